import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';

/** An address that must not be reached from here: it is not on the public internet, or no http(s) address at all. */
export class ForbiddenAddressError extends Error {
  constructor(address: string) {
    super(`${address} is not a public address`);
    this.name = 'ForbiddenAddressError';
  }
}

const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4');
}
// Only global unicast is public in IPv6; of it, these ranges carry IPv4 addresses or are for documents.
for (const [network, prefix] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6');
}
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** True for an IP address on the public internet; IPv4 in IPv6 clothes is not. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && globalUnicast.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/**
 * Checks what can be checked of a URL before anything is resolved. Throws `ForbiddenAddressError`. WHATWG parsing has by
 * then turned decimal, octal and hexadecimal hosts into plain addresses.
 */
export function requirePublicUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') {
    throw new ForbiddenAddressError(url);
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) > 0 && !isPublicAddress(host)) throw new ForbiddenAddressError(host);
  if (/(^|\.)(localhost|local|internal|localdomain)$/i.test(host)) throw new ForbiddenAddressError(host);
  return parsed;
}

/** A resolver for one connection: what it answers is what is connected to, so a name cannot change in between. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const forbidden = error ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
    const failure = error ?? (forbidden ? new ForbiddenAddressError(forbidden.address) : null);
    const [first] = addresses;
    if (failure !== null || first === undefined) callback(failure ?? new ForbiddenAddressError(hostname), '', 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
