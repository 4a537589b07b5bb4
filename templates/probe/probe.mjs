// Tries, from inside an agent's pod, what the agent must reach and what it must not.
//
//   node probe.mjs RESULT CHECKS
//
// RESULT is a file for the verdict, at most 4096 bytes: a pod's termination message. CHECKS is JSON:
// deadlineMillis of one try, attempts at what is allowed (a fresh pod's identity and rules need a
// moment), pauseMillis between them, the addresses metadata, storage and secretManager, and checks,
// each with id, way, allowed and what its way needs. Every outcome is said on standard output.
//
// Exit code: 0 all is as declared; 1 a wall has a hole or a way is shut; 2 some could not be judged.
// No token, secret or answer's body is ever printed: only words of this file, codes and statuses.
import dns from 'node:dns/promises';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

// Names are looked up by threads, and one that waits for a name in vain must not keep others from
// theirs. Read when the first name is looked up.
process.env.UV_THREADPOOL_SIZE = '64';

const MOST_BYTES = 4096;
const AT_ONCE = 4;
const MOST_ADDRESSES = 16;

// What a try came to: the way is open, it is closed, or neither can be told from what happened.
const open = (why) => ({ state: 'open', why });
const closed = (why) => ({ state: 'closed', why });
const unclear = (why) => ({ state: 'unclear', why });

const TIMEOUT = closed('timeout');
const NO_TOKEN = unclear('no token to ask with');

// "Refused" is an answer: it may be the wall's, or that of a host without a listener behind no wall.
const OUTCOMES = {
  ECONNREFUSED: unclear('refused'),
  ECONNRESET: closed('reset'),
  EPIPE: closed('reset'),
  ETIMEDOUT: TIMEOUT,
  EHOSTUNREACH: closed('unreachable'),
  ENETUNREACH: closed('unreachable'),
  EADDRNOTAVAIL: closed('unreachable'),
  EACCES: closed('unreachable'),
  EPERM: closed('unreachable'),
  ENOTFOUND: unclear('no such name'),
  EAI_AGAIN: unclear('no answer from DNS'),
};

function outcome(error) {
  const code = String(error?.code ?? 'unknown');
  return OUTCOMES[code] ?? unclear(/^[A-Z0-9_]{1,60}$/.test(code) ? code : 'failed');
}

// The first of two: what `start` says, or that the deadline passed. `start` may leave behind how to
// end what it began.
function within(millis, start) {
  return new Promise((resolve) => {
    let end = () => {};
    const say = (result) => {
      clearTimeout(timer);
      end();
      resolve(result);
    };
    const timer = setTimeout(() => say(TIMEOUT), millis);
    end = start(say) ?? end;
  });
}

async function addresses(host) {
  return (await dns.lookup(host, { all: true })).slice(0, MOST_ADDRESSES).map((each) => each.address);
}

const lookup = (host, millis) =>
  within(millis, (say) => {
    addresses(host).then((found) => say({ ...open('resolved'), found }), (error) => say(outcome(error)));
  });

// One open address makes the host open; one that refused makes it unclear.
async function eachAddress(check, millis, dial) {
  const named = await lookup(check.host, millis);
  if (named.state !== 'open') return named === TIMEOUT ? unclear('no answer from DNS') : named;
  const tried = await Promise.all(named.found.map((address) => within(millis, (say) => dial(address, say))));
  return ['open', 'unclear', 'closed'].flatMap((state) => tried.filter((each) => each.state === state))[0];
}

function connect(check, input) {
  return eachAddress(check, input.deadlineMillis, (address, say) => {
    const socket = net.connect({ host: address, port: check.port });
    socket.on('connect', () => say(open('connected'))).on('error', (error) => say(outcome(error)));
    return () => socket.destroy();
  });
}

// The question is who can be reached, not who is trusted: a certificate is not judged, and a peer
// that answers with an alert has been reached, too.
function handshake(check, input) {
  return eachAddress(check, input.deadlineMillis, (address, say) => {
    const servername = net.isIP(check.host) ? undefined : check.host;
    const socket = tls.connect({ host: address, port: check.port, servername, rejectUnauthorized: false });
    socket.on('secureConnect', () => say(open('handshake'))).on('error', (error) => {
      const code = String(error?.code);
      if (/^ERR_SSL_.*ALERT/.test(code)) say(open('TLS alert'));
      else say(code.startsWith('ERR_SSL_') ? unclear('no TLS') : outcome(error));
    });
    return () => socket.destroy();
  });
}

const resolves = (check, input) => lookup(check.host, input.deadlineMillis);

// Follows no redirect: a token goes nowhere but where it was meant to. `keep` gets the body, which
// is thrown away unread without it.
function get(url, headers, millis, keep) {
  return within(millis, (say) => {
    const request = (url.startsWith('https:') ? https : http).get(url, { headers, agent: false });
    request.on('error', (error) => say(outcome(error)));
    request.on('response', (response) => {
      const status = response.statusCode;
      const answered = { ...(status === 200 ? open : unclear)(`status ${status}`), status };
      if (!keep || status !== 200) return say(answered);
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('error', (error) => say(outcome(error)));
      response.on('end', () => say(keep(answered, Buffer.concat(parts))));
    });
    return () => request.destroy();
  });
}

// Not the identity token's address: only an account tied to a Google service account has one.
const TOKEN_PATH = '/computeMetadata/v1/instance/service-accounts/default/token';

function fetchToken(input) {
  return get(input.metadata + TOKEN_PATH, { 'Metadata-Flavor': 'Google' }, input.deadlineMillis, (answered, body) => {
    try {
      const token = JSON.parse(body).access_token;
      if (typeof token === 'string' && token) return { ...answered, token };
    } catch {
      // Said below, without a word of the body.
    }
    return { ...answered, ...unclear('no token in the answer') };
  });
}

// Who must not have a token must not reach the server that hands it out, whatever it answers.
async function token(check, input) {
  if (check.allowed) return input.token();
  const got = await fetchToken(input);
  return got.status ? open(`status ${got.status}`) : got;
}

async function asked(path, check, input) {
  const { token } = await input.token();
  if (!token) return NO_TOKEN;
  const answered = await get(path, { Authorization: `Bearer ${token}` }, input.deadlineMillis);
  if (answered.status === 403) return closed('status 403');
  // Nothing is read over a connection that refuses, either.
  return answered.why === 'refused' ? closed('refused') : answered;
}

function list(check, input) {
  const query = new URLSearchParams({ prefix: check.prefix, maxResults: '1', fields: 'kind' });
  return asked(`${input.storage}/storage/v1/b/${encodeURIComponent(check.bucket)}/o?${query}`, check, input);
}

const secret = (check, input) => asked(`${input.secretManager}/v1/${check.version}:access`, check, input);

const WAYS = { resolve: resolves, connect, handshake, token, list, secret };

function verdict(check, got) {
  if (got.state === (check.allowed ? 'open' : 'closed')) return 'as declared';
  if (!check.allowed) return got.state === 'open' ? 'hole' : 'unjudged';
  // The far side's own trouble, or another check's, says nothing of the way.
  return got === NO_TOKEN || got.status === 429 || got.status >= 500 ? 'unjudged' : 'shut';
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function repeated(attempts, input, ask) {
  const got = await ask();
  if (attempts <= 1 || got.state === 'open' || got === NO_TOKEN) return got;
  await pause(input.pauseMillis);
  return repeated(attempts - 1, input, ask);
}

async function judged(check, input) {
  const got = await repeated(check.allowed ? input.attempts : 1, input, () => WAYS[check.way](check, input));
  const result = { id: check.id, is: verdict(check, got), why: got.why };
  console.log(JSON.stringify({ ...result, allowed: check.allowed }));
  return result;
}

async function all(input) {
  const waiting = [...input.checks];
  const results = [];
  const worker = async () => {
    while (waiting.length) results.push(await judged(waiting.shift(), input));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

// The worst first; what has no room is counted.
function message(results) {
  const of = (is) => results.filter((each) => each.is === is);
  const findings = ['hole', 'shut', 'unjudged'].flatMap(of);
  const counts = {
    asDeclared: of('as declared').length,
    holes: of('hole').length,
    shut: of('shut').length,
    unjudged: of('unjudged').length,
  };
  for (let room = findings.length; ; room--) {
    const text = JSON.stringify({ ...counts, findings: findings.slice(0, room), leftOff: findings.length - room });
    if (room === 0 || Buffer.byteLength(text) <= MOST_BYTES) return { text, counts };
  }
}

// Node ends with 1 for what nobody caught, and that would say that a wall has a hole.
function broken() {
  console.log(JSON.stringify({ broken: true }));
  process.exit(2);
}
process.on('uncaughtException', broken);
process.on('unhandledRejection', broken);

const [result, checks] = process.argv.slice(-2);
const input = JSON.parse(checks);
if (!input.checks.length || input.checks.some((each) => !Object.hasOwn(WAYS, each.way))) broken();
// Asked for once, however many checks want it.
let once;
input.token = () => (once ??= repeated(input.attempts, input, () => fetchToken(input)));
const { text, counts } = message(await all(input));
fs.writeFileSync(result, text);
process.exit(counts.holes + counts.shut > 0 ? 1 : counts.unjudged > 0 ? 2 : 0);
