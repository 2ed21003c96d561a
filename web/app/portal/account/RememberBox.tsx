// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'

/** Whether this browser is to be asked no second factor for a while. */
export function RememberBox({ id }: { id: string }) {
  const box = `remember-${id}`
  return (
    <div className="field">
      <label className="check" htmlFor={box}>
        <input type="checkbox" id={box} name="remember" value="yes" aria-describedby={`${box}-hint`} />
        {m.security_remember()}
      </label>
      <p className="hint" id={`${box}-hint`}>
        {m.security_remember_hint()}
      </p>
    </div>
  )
}
