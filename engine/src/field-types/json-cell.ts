// SPDX-License-Identifier: MIT

/** The value noted in JSON in a cell; a cell in another notation is given back as it is, for `check` to decide. */
export function parseJsonCell(cell: string): unknown {
  if (!/^\s*[{[]/.test(cell)) return cell
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}
