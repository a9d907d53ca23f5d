export { type ExampleId, type Examples, examples } from "../generated/examples.js";
