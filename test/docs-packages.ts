/** Before the first test in a browser: Chromium and axe are packages of the docs. */
export { installPackages as setup } from "../docs/build.js";
