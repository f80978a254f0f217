// A CONNECT proxy on loopback that leads every host name to one server, or refuses to.
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface TunnelProxy {
  readonly url: string;
  /** `host:port` of every CONNECT. */
  readonly connects: readonly string[];
  readonly authorizations: readonly (string | undefined)[];
  readonly close: () => Promise<void>;
}

/** Starts one on a free port of 127.0.0.1; a `status` other than 200 refuses every tunnel with it. */
export async function startTunnelProxy(targetUrl: string, status = 200): Promise<TunnelProxy> {
  const connects: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connect', (request, socket: Socket) => {
    connects.push(request.url ?? '');
    authorizations.push(request.headers['proxy-authorization']);
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(targetUrl);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    sockets.add(onward);
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    connects,
    authorizations,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
