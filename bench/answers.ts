/** The requests and responses of all measurements: a list of two, or one that was created. */
export const customerId = "00000000-0000-4000-8000-000000000006";
export const request = { qualification: "StateOwnedEntity" };
export const created = JSON.stringify({ qualification: "StateOwnedEntity" });
export const items = [
  {
    qualification: "GovernmentCommunityCloud",
    vettingStatus: "Approved",
    vettingCreatedDate: "2020-12-03T10:37:38.885Z",
  },
  { qualification: "StateOwnedEntity" },
];
export const listed = JSON.stringify(items);

/** A token as long as Microsoft's are. */
export const token = "e".repeat(1200);

/** `fetch` that only returns a `Response`. */
export function answerFromStub(): void {
  globalThis.fetch = async (input, init) => {
    const method = input instanceof Request ? input.method : init?.method;
    const [text, status] = method === "POST" ? [created, 201] : [listed, 200];
    const headers = { "Content-Type": "application/json", "Content-Length": String(text.length) };
    return new Response(text, { status, headers });
  };
}
