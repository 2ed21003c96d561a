// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './address-guard.ts'

describe('an address a request may go to', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
    'is public: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine by another number', '127.8.9.10'],
    ['this machine in IPv6', '::1'],
    ['this machine, IPv4 dressed as IPv6', '::ffff:127.0.0.1'],
    ['the same in hexadecimal', '::ffff:7f00:1'],
    ['any address', '0.0.0.0'],
    ['any address in IPv6', '::'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a private network through NAT64', '64:ff9b::a01:203'],
    ['a private network through 6to4', '2002:a01:203::1'],
    ['a carrier network', '100.64.0.1'],
    ['the metadata service of cloud hosts', '169.254.169.254'],
    ['the same, dressed as IPv6', '::ffff:169.254.169.254'],
    ['a unique local address', 'fd00::1'],
    ['a link-local address', 'fe80::1'],
    ['a group', '224.0.0.1'],
    ['everybody', '255.255.255.255'],
    ['no address at all', 'localhost'],
  ])('is not %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
