import { createHash } from "node:crypto";
import { defineConfig } from "vitepress";

/** The reference is Redocly's page, which VitePress does not know: it is opened as a page of its own. */
const reference = { text: "HTTP reference", link: "/reference.html", target: "_self" };

export default defineConfig({
  lang: "en",
  title: "Partner Center qualifications",
  description: "Typed client, sandbox and contract for the customer qualifications API of Microsoft Partner Center.",
  base: process.env.DOCS_BASE ?? "/",
  outDir: process.env.DOCS_OUTPUT ?? "../dist/docs",
  srcExclude: ["generated/**", "README.md"],
  ignoreDeadLinks: [/reference(\.html)?$/],
  metaChunk: true,
  router: { prefetchLinks: false },
  cleanUrls: false,
  // The default themes have colours of less than 4.5:1.
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  transformHtml: (html) => html.replace("<head>", `<head>\n    ${policy(html)}`),
  vite: {
    build: { chunkSizeWarningLimit: 1000 },
    server: { fs: { allow: [".."] } },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    externalLinkIcon: true,
    nav: [
      { text: "Get started", link: "/get-started" },
      { text: "Try it", link: "/try" },
      reference,
      { text: "Client", link: "/client/overview" },
    ],
    sidebar: [
      {
        text: "Start",
        items: [
          { text: "Overview", link: "/" },
          { text: "Get started", link: "/get-started" },
          { text: "Try it", link: "/try" },
        ],
      },
      {
        text: "Guides",
        items: [
          { text: "Life cycle of vetting", link: "/life-cycle" },
          { text: "Tokens", link: "/tokens" },
          { text: "Errors and retries", link: "/errors" },
          { text: "Many customers", link: "/many-customers" },
          { text: "Testing your own code", link: "/testing" },
          { text: "Contract tests in CI", link: "/contract-tests" },
          { text: "Recipes", link: "/recipes" },
        ],
      },
      {
        text: "Reference",
        items: [
          reference,
          { text: "Client reference", link: "/client/overview" },
          { text: "The sandbox", link: "/sandbox" },
          { text: "The contract", link: "/contract" },
          { text: "Where the documentation disagrees", link: "/disagreements" },
          { text: "Changelog", link: "/changelog" },
        ],
      },
    ],
  },
});

/** A content security policy that allows the inline scripts of this page by their hashes, and no other host. */
function policy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, code = ""]) => code);
  const hashes = scripts.map((code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  const content = [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(" ")}`,
    // Highlighted code has its colours in style attributes. The hash is the rule with which VueUse stops transitions.
    "style-src 'self' 'sha256-skqujXORqzxt1aE0NNXxujEanPTX6raoqSscTV/Ww/Y='; style-src-attr 'unsafe-inline'",
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  ].join("; ");
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}
