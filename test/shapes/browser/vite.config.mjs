export default { build: { outDir: "out", modulePreload: false, rolldownOptions: { input: "main.js" } } };
