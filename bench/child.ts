/**
 * One measurement in a process of its own, which loads nothing that it does not need:
 * `node built/child.js <measure> [<contender>]`. All files were built into one folder.
 */
const [measure = "", name] = process.argv.slice(2);

/** A name that is no literal keeps the bundler's hands off. */
const load = (file: string) => import(String(`./${file}.js`));

async function run(): Promise<unknown> {
  if (measure === "start") {
    // Milliseconds to load a file that makes a client, in a process that has loaded none.
    const started = performance.now();
    await load(name ?? "nothing");
    return performance.now() - started;
  }
  const create = name ? [(await load(name)).create, (await load("fetch")).create] : [];
  return (await load(measure)).measure(...create);
}

console.log(JSON.stringify(await run()));
// A pool of kept connections would hold the process.
process.exit();

export {};
