// SPDX-License-Identifier: MIT

export type RestoreRefusal =
  /** The file is something else. */
  | 'not-a-backup'
  /** Made by a version of the product that this one does not know. */
  | 'newer-version'
  /** The installation holds something already. */
  | 'not-empty'
  /** The database is empty, but its tables are those of a later version than the backup's. */
  | 'already-prepared'
  /** The file is cut short, or is not what was written. */
  | 'damaged'

/** Ends the transaction of a restore; `restoreBackup` makes it a value. The message says where, for an operator. */
export class RefusedBackup extends Error {
  override name = 'RefusedBackup'
  readonly refusal: RestoreRefusal

  constructor(refusal: RestoreRefusal, where = '') {
    super(where)
    this.refusal = refusal
  }
}
