// SPDX-License-Identifier: MIT

/** A text message as a telephone shows it. */
export function Phone({ from, text }: { from: string; text: string }) {
  return (
    <div className="phone">
      <p className="phone__from">{from}</p>
      <p className="phone__b prewrap">{text}</p>
    </div>
  )
}
