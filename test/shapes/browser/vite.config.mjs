/** Vite would put an empty module in the place of one of Node's. */
const withoutNode = {
  name: "without Node",
  enforce: "pre",
  resolveId: (name) => {
    if (name.startsWith("node:")) throw new Error(`${name} is not for browsers`);
  },
};

export default {
  plugins: [withoutNode],
  build: { outDir: "out", modulePreload: false, rolldownOptions: { input: "main.js" } },
};
