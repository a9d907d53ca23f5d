/** What each library is told by hand, as one would write it for these two answers. */
export const names = ["Education", "GovernmentCommunityCloud", "StateOwnedEntity"] as const;
export const date =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
