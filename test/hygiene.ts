import { homedir } from "node:os";

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

/** What belongs to a machine or a person, and must not be in what is published. */
export function leakComplaints(file: string, text: string): string[] {
  // A short path, such as the root, is in every text.
  const own = [process.cwd(), homedir()].map(slashed).filter((place) => place.split("/").length > 2);
  const places = [...own.map((place) => `${place}/`), "/home/", "/Users/", "/builds/", "/private/var/", "/tmp/"];
  return [
    ...places.filter((place) => slashed(text).includes(place)).map((place) => `${file} names ${place}`),
    ...secrets.filter((secret) => secret.test(text)).map((secret) => `${file} has what looks like a secret: ${secret}`),
  ];
}

/** Windows' separators, in JSON and JavaScript two of them, as one slash. */
function slashed(text: string): string {
  return text.replaceAll(/\\+/g, "/");
}
