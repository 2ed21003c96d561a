// SPDX-License-Identifier: MIT

/** Read by the server under this name, which gives its value to the services. */
const cookieName = 'guichet.visitor'
/** Drafts live 30 days after their last change; the cookie outlives several of them. */
const ninetyDaysSeconds = 7_776_000

/** Whether this browser has one already. */
export function hasVisitor(request: Request): boolean {
  return (request.headers.get('cookie') ?? '')
    .split(';')
    .some((pair) => pair.trim().startsWith(`${cookieName}=`))
}

/** The `Set-Cookie` that remembers this browser's drafts. */
export function visitorCookie(visitor: string, request: Request): string {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : ''
  return `${cookieName}=${visitor}; Path=/; Max-Age=${ninetyDaysSeconds}; HttpOnly; SameSite=Lax${secure}`
}
