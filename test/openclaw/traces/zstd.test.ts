// Packed rows, by Node's own decoder where it has one and by the one in JavaScript.
import { describe, expect, test } from 'vitest';
import { portableDecoder, zstdDecoder } from '../../../src/openclaw/traces/zstd.ts';
import { zstdFrame } from '../../kit/records.ts';

const LIMIT = 1024 * 1024;
const turn = '{"role":"assistant","stopReason":"error","errorMessage":"400 ünïcode 身份"}';
const numbers = Array.from(
  { length: 150 },
  (_, index) => `${index * index}:${((index * 7919) % 1000).toString(36)}`,
).join('|');

/** Made by Node 24. */
const REPEATED =
  'KLUv/aCQOwcArAIAlAR7InJvbGUiOiJhc3Npc3RhbnQiLCJzdG9wUmVhc29uIjoiZXJyb3IiLE1lc3NhZ2UiOiI0MDAgw7xuw69jb2RlIOi6q+S7vSJ9AgBw/ZdCfhlWykwAAAhzAQD8/zkQAkwAAAh0AQD8/zkQAk0AAAgiAQCMOzkQAg==';
const NUMBERS =
  'KLUv/WCrA2UWACpAYAkeYCWTDmAMLSUtAARwBAUwAABQmuTecsstOQiCIAUBiwCOAI8Ap29AfMaJpieYMa1frq+g8bQ36UzVEwY+q34puJivHFyVNwr30gkMX0JfGk5DrzyMCG8kPoZn1IjOKcZp54a+dB8k9+4MgavuFIKL5nbwmfkg4Ux2xsJ47JTFx+z2MGY/iDixn/iur3GtFxxX9Qvkpk/Shy/BeRcYjOYLhI99ojD2XZwXOHxfQNyXK4ju/GBOM+eP86WeD6B7dY55PwxcRPdHwWd4Hzg4091RYTzmfmDcHw1j1n3g4cQ0R4nvkrmjriFzAWN+0E1nbkg+NOYOgVOg5udgbkgYm3bHwlnJLrD4CtnPwy20GyKuOvYAt85+xlfGXjjOMnsDGVt7QPpY2Y9gNNkXDM5LfQPhQ9QHKNyE/S2uwr7gcC2TY326ZqxXmKsk56aEfIjtM5137RUDo7H2kkL7QhibFM7C6hUMX131koZbBXFVStxK+Uh9hfkAxlmXT2is5RMpHxEYTUoPgOnp4MNLTyTcZOmRRXqAxbVETw/fIfTEQQdgTIOODDriGE+hQ5AzJTyA9BnCo4NHGPAQhHuGB6DwpcKjxWl5jnAYETqHQM7RAQEQt8zsBNsXq71yxpraDbIT0mhQ2ZdB2SsFH7bsBpE9QeGqheFapeG7yt5AnIhST5AYKU29nfEk6gfoTIzks0M9BfVWwH5wcM9I+JLBnrLA3hpGlE4/ePSMiBGZ07dO6+kFxpfS9YvjHl4/Qa4SuNjrBQSfpekXBmeaIIznTN+F6QWLMdP6hcOJyPopIBBuENN83iAcCUXNfUZMiXTjBGSaR6wtROO3u/DtQm/R/wjj00iOUFv9iq60eGSngFbk4oKFsZBzm7Na6ViB4n3C5ZKgO1N67zSu7eGliywmbx+rLZkiSwj0Esa3hMiKlVwhdnVB8sq9dqUn65QC';

describe.each([
  ['of this Node', zstdDecoder],
  ['in JavaScript', portableDecoder],
])('the decoder %s', (_, decoder) => {
  test.each([
    ['a long text in several blocks', Buffer.from(REPEATED, 'base64'), turn.repeat(6000)],
    ['a text with little that repeats', Buffer.from(NUMBERS, 'base64'), numbers],
    ['blocks as they are', zstdFrame(turn.repeat(4000)), turn.repeat(4000)],
    ['nothing', zstdFrame(''), ''],
  ])('unpacks %s', async (_name, packed, text) => {
    expect((await decoder(LIMIT))(packed)).toBe(text);
  });

  test.each([
    ['another format', Buffer.from('no zstd at all')],
    ['what is cut', Buffer.from(REPEATED, 'base64').subarray(0, 100)],
    ['more than is allowed', zstdFrame('x'.repeat(LIMIT + 1))],
  ])('refuses %s', async (_name, packed) => {
    const unpack = await decoder(LIMIT);
    expect(() => unpack(packed)).toThrow(Error);
  });

  test('takes one text after the other', async () => {
    const unpack = await decoder(LIMIT);
    expect([unpack(zstdFrame('a')), unpack(zstdFrame('b'))]).toEqual(['a', 'b']);
  });
});
