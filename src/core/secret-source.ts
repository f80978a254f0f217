// Where a secret option of our own config comes from.

/** A literal, an environment variable, a file, or a systemd credential by name. */
export type SecretSource =
  | string
  | { readonly env: string }
  | { readonly file: string }
  | { readonly credential: string };
