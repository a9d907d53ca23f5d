import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent, h } from "vue";
import Notice from "./Notice.vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { "doc-after": () => h(Notice) }),
  enhanceApp: ({ app }) => {
    // The console, with the customers of the sandbox, is loaded on its page only.
    app.component(
      "TryIt",
      defineAsyncComponent(() => import("./TryIt.vue")),
    );
  },
} satisfies Theme;
