// SPDX-License-Identifier: MIT

/** What the tests use of the library: its own types bring those of a browser's document along. */
declare module 'samlify' {
  interface Party {
    readonly entityMeta: { getEntityID(): string }
  }
  interface Idp extends Party {
    parseLoginRequest(
      sp: Party,
      binding: 'redirect',
      request: { query: Record<string, string>; octetString: string },
    ): Promise<{ readonly extract: { readonly request: { readonly id: string } } }>
    createLoginResponse(
      sp: Party,
      request: unknown,
      binding: 'post',
      user: object,
      replace: (template: string) => { readonly id: string; readonly context: string },
    ): Promise<{ readonly context: string }>
  }
  const samlify: {
    IdentityProvider(settings: object): Idp
    ServiceProvider(settings: object): Party
    setSchemaValidator(validator: { validate(xml: string): Promise<string> }): void
    readonly Constants: { readonly namespace: { readonly binding: Readonly<Record<string, string>> } }
  }
  export default samlify
}
