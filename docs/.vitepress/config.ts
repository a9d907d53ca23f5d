import { defineConfig, type HeadConfig } from "vitepress";

/** The reference is Redocly's page, which VitePress does not know: it is opened as a page of its own. */
const reference = { text: "HTTP reference", link: "/reference.html", target: "_self" };

const base = process.env.DOCS_BASE ?? "/";
/** Where the site is published, without its base path; empty if that is not known. */
const hostname = process.env.DOCS_HOSTNAME ?? "";
const site = `${hostname}${base}`;

const meta = (property: string, content: string): HeadConfig => ["meta", { property, content }];

export default defineConfig({
  lang: "en",
  title: "Partner Center qualifications",
  description: "Typed client, sandbox and contract for the customer qualifications API of Microsoft Partner Center.",
  base,
  outDir: process.env.DOCS_OUTPUT ?? "../dist/docs",
  srcExclude: ["generated/**", "README.md"],
  ignoreDeadLinks: [/reference(\.html)?$/],
  metaChunk: true,
  router: { prefetchLinks: false },
  cleanUrls: false,
  // The default themes have colours of less than 4.5:1.
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  ...(hostname && { sitemap: { hostname: site, transformItems: (items) => [...items, { url: "reference.html" }] } }),
  transformHead: ({ title, description, pageData: { relativePath } }) => {
    const properties = { "og:type": "website", "og:title": title, "og:description": description };
    const head = Object.entries(properties).map(([property, content]) => meta(property, content));
    if (hostname === "") return head;
    const href = new URL(
      relativePath.replace(/(index)?\.md$/, (_, index) => (index ? "" : ".html")),
      site,
    ).href;
    return [...head, meta("og:url", href), ["link", { rel: "canonical", href }]];
  },
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
          { text: "Examples", link: "/examples" },
          { text: "Client reference", link: "/client/overview" },
          { text: "The sandbox", link: "/sandbox" },
          { text: "The contract", link: "/contract" },
          { text: "Where the documentation disagrees", link: "/disagreements" },
          { text: "Evidence", link: "/evidence" },
          { text: "Changelog", link: "/changelog" },
        ],
      },
    ],
  },
});
