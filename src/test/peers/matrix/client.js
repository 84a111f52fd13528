// People with Matrix clients, driven by JSON lines: {"id":1,"do":"send","who":"gul","room":"!…",…} on standard
// input; {"id":1,"ok":…} or {"id":1,"error":"…"} and {"event":…} on standard output. Ends with its input.
import readline from 'node:readline';

Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new Promise((a, b) => ([resolve, reject] = [a, b]));
  return { promise, resolve, reject };
};
const quiet = () => {};
for (const level of ['log', 'info', 'warn', 'debug', 'trace', 'error']) console[level] = quiet;

const sdk = await import('matrix-js-sdk');
const { OnlySignedDevicesIsolationMode } = await import('matrix-js-sdk/lib/crypto-api/index.js');
const silent = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, getChild: () => silent };
const say = (object) => process.stdout.write(JSON.stringify(object) + '\n');
const people = new Map();

function show(who, event) {
  const failed = event.isDecryptionFailure();
  say({
    event: event.getType(), who, room: event.getRoomId(), id: event.getId(), sender: event.getSender(),
    content: event.getContent(), wire: event.getWireType(), failed, txn: event.getUnsigned()?.transaction_id,
    session: event.getWireContent().session_id, state: event.getStateKey(), redacts: event.event.redacts, time: event.getTs(),
  });
}

async function open({ who, server, user, password, register, crypto = true }) {
  const plain = sdk.createClient({ baseUrl: server, logger: silent });
  const account = register
    ? await plain.registerRequest({ username: user, password, auth: { type: 'm.login.dummy' } })
    : await plain.loginRequest({ type: 'm.login.password', identifier: { type: 'm.id.user', user }, password });
  const client = sdk.createClient({
    baseUrl: server, accessToken: account.access_token, userId: account.user_id,
    deviceId: account.device_id, logger: silent, timelineSupport: true,
  });
  if (crypto) {
    await client.initRustCrypto({ useIndexedDB: false });
  }
  client.on('Room.timeline', (event, room, toStart) => {
    if (toStart) return;
    if (event.isBeingDecrypted() || event.shouldAttemptDecryption()) return;
    show(who, event);
  });
  client.on('Event.decrypted', (event) => show(who, event));
  people.set(who, client);
  await client.startClient({ initialSyncLimit: 20 });
  await new Promise((done) => client.on('sync', (state) => state === 'PREPARED' && done()));
  if (crypto && register) {
    await client.getCrypto().bootstrapCrossSigning({ authUploadDeviceSigningKeys: (make) => make(null) });
    // Like the clients that do not send keys to devices whose owner has not signed them.
    client.getCrypto().setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  }
  return { user: account.user_id, device: account.device_id, token: account.access_token };
}

async function trust(client, { user }) {
  const devices = (await client.getCrypto().getUserDeviceInfo([user], true)).get(user);
  const found = [];
  for (const device of devices.keys()) {
    const status = await client.getCrypto().getDeviceVerificationStatus(user, device);
    found.push({ device, signedByOwner: status.signedByOwner, crossSigned: status.crossSigningVerified });
  }
  return found;
}

const actions = {
  room: async (client, { invite, encrypted, direct, preset, name, members }) => {
    const initial_state = encrypted
      ? [{ type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } }] : [];
    const made = await client.createRoom({
      invite, is_direct: direct, preset: preset ?? (direct ? 'trusted_private_chat' : 'private_chat'), name, initial_state,
    });
    return made.room_id;
  },
  join: async (client, { room }) => { await client.joinRoom(room); return room; },
  leave: async (client, { room }) => client.leave(room),
  send: async (client, { room, content, type = 'm.room.message' }) =>
    (await client.sendEvent(room, type, content)).event_id,
  state: async (client, { room, type, key = '', content }) =>
    (await client.sendStateEvent(room, type, content, key)).event_id,
  invite: async (client, { room, user }) => client.invite(room, user),
  kick: async (client, { room, user }) => client.kick(room, user),
  redact: async (client, { room, event }) => (await client.redactEvent(room, event)).event_id,
  upgrade: async (client, { room, version = '11' }) => (await client.upgradeRoom(room, version)).replacement_room,
  members: async (client, { room }) => Object.keys((await client.getJoinedRoomMembers(room)).joined),
  rotate: async (client, { room }) => client.getCrypto().forceDiscardSession(room),
  trust,
  stop: async (client, { who }) => { client.stopClient(); people.delete(who); },
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const client = people.get(request.who);
  const done = request.do === 'open' ? open(request) : actions[request.do](client, request);
  done.then((ok) => say({ id: request.id, ok: ok ?? null }),
    (error) => say({ id: request.id, error: `${error.errcode ?? error.name}: ${error.message}` }));
}
process.exit(0);
