import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

/**
 * A certificate for the demo archive's host names, made anew at every start so that no key is ever stored.
 * Nobody trusts it: the browsers of the demo and of the tests are told to accept it.
 */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Foldaway demo archive' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [...hosts.map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: '127.0.0.1' }] }],
  });
  return { key: made.private, cert: made.cert };
}
