import { homedir } from "node:os";
import { parse } from "yaml";

/** Packages in a lock file without a hash, or from another registry. */
export function lockComplaints({ packages }: { packages: Record<string, LockedPackage> }): string[] {
  return Object.entries(packages).flatMap(([path, { integrity, resolved, link }]) => {
    if (path === "" || link) return [];
    const elsewhere = resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/");
    return [
      ...(/^sha512-[\w+/]{86}==$/.test(integrity ?? "") ? [] : [`${path} has no integrity`]),
      ...(elsewhere ? [`${path} comes from ${resolved}`] : []),
    ];
  });
}

interface LockedPackage {
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

/** The scripts that run when the package is installed. */
export function installScripts({ scripts = {} }: { scripts?: Record<string, string> }): string[] {
  return Object.keys(scripts).filter((name) => /^(pre|post)?install$|^(pre|post)?prepare$|^prepublish$/.test(name));
}

/** What belongs to a machine or a person, and must not be in what is published. */
export function leakComplaints(file: string, text: string): string[] {
  // A short path, such as the root, is in every text.
  const own = [process.cwd(), homedir()].map(slashed).filter((place) => place.split("/").length > 2);
  const places = [...own.map((place) => `${place}/`), "/home/", "/Users/", "/builds/", "/private/var/", "/tmp/"];
  const secrets = [
    /\beyJ[\w-]{8,}\.[\w-]{8,}/,
    /\bnpm_\w{36}\b/,
    /\bgh[pousr]_\w{36}/,
    /\bgithub_pat_\w{22}/,
    /_authToken=\w/,
    /[\w~.-]{3}\dQ~[\w~.-]{31}/,
    /[?&]sig=[\w%]{40}/,
    /-----BEGIN [A-Z ]*PRIVATE KEY/,
  ];
  return [
    ...places.filter((place) => slashed(text).includes(place)).map((place) => `${file} names ${place}`),
    ...secrets.filter((secret) => secret.test(text)).map((secret) => `${file} has what looks like a secret: ${secret}`),
  ];
}

/** Windows' separators, in JSON and JavaScript two of them, as one slash. */
function slashed(text: string): string {
  return text.replaceAll(/\\+/g, "/");
}

interface Workflow {
  permissions?: object;
  jobs: Record<string, Job>;
}

interface Job {
  permissions?: Record<string, string>;
  environment?: unknown;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

/** What a workflow may do more than it needs, or lets others change under it. */
export function workflowComplaints(file: string, text: string): string[] {
  const { permissions, jobs } = parse(text) as Workflow;
  const nothing = permissions !== undefined && Object.keys(permissions).length === 0;
  return [
    ...(nothing ? [] : [`${file} does not begin with no permissions`]),
    ...Object.entries(jobs).flatMap(([name, job]) => jobComplaints(`${file}, ${name}`, job)),
    ...(/\bsecrets\b|\bgithub\.token\b/.test(text) ? [`${file} uses a secret`] : []),
  ];
}

/** What is published was packed in the job that tested it: nothing is built where that can be done. */
const publishing = "npm publish ./*.tgz --ignore-scripts --provenance --access public";
/** It sends nothing. */
const rehearsal = "npm publish ./*.tgz --dry-run --ignore-scripts --access public";

function jobComplaints(place: string, { permissions, environment, steps }: Job): string[] {
  const loose = steps.flatMap(({ uses }) => (uses === undefined || /@[0-9a-f]{40}$/.test(uses) ? [] : [uses]));
  const kept = steps.filter(
    ({ uses, with: options }) => uses?.startsWith("actions/checkout@") && options?.["persist-credentials"] !== false,
  );
  const publishes = steps.filter(({ run, uses }) => run !== rehearsal && /\bpublish\b/.test(run ?? uses ?? ""));
  const proven = publishes.every(({ run }) => run === publishing);
  const trusted = permissions?.["id-token"] === "write";
  const foreign = steps.filter(({ run = publishing }) => trusted && run !== publishing);
  return [
    ...loose.map((uses) => `${place}: ${uses} is not pinned by a hash`),
    ...(kept.length > 0 ? [`${place} keeps the credentials of the checkout`] : []),
    ...foreign.map(({ run }) => `${place} runs "${run}" while it may speak for the package`),
    ...(publishes.length > 0 && !(proven && environment && trusted)
      ? [`${place} publishes without provenance, an identity of its own or an approval`]
      : []),
  ];
}
