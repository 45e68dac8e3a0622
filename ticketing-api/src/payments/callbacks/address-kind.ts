/** What is told at an address. The database knows the same kinds: a new one is a migration of `callback_addresses` too. */
export type AddressKind = 'stk_prompt'
