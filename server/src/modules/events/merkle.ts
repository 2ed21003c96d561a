// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'

/*
 * Hash tree of RFC 6962 §2.1: leaves and nodes are hashed under different prefixes, so that a node can never be
 * passed off as a leaf.
 */

/** Hash of one leaf. */
export function leafHash(content: string): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(content, 'utf8').digest()
}

/** Root of the tree over `leaves`, in their order. No leaf: the hash of nothing. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest()
  let level = [...leaves]
  while (level.length > 1) {
    const next: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const left = level[at] as Buffer
      const right = level[at + 1]
      next.push(right ? nodeHash(left, right) : left)
    }
    level = next
  }
  return level[0] as Buffer
}

/** A seal's own hash: chains it to the seal before. */
export function sealHash(previous: Buffer | null, root: Buffer, sealedAt: Date): Buffer {
  return createHash('sha256')
    .update(Buffer.of(2))
    .update(previous ?? Buffer.alloc(32))
    .update(root)
    .update(sealedAt.toISOString())
    .digest()
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}
