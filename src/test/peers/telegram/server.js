'use strict';
// telegram-test-api with what it lacks: updates that wait until they are confirmed, long polling,
// the limits for texts and buttons, the webhook's secret and redelivery. Listens on a free port of
// loopback and prints it; ends when its input ends, so that it never outlives its test.

const http = require('http');
const TelegramServer = require('telegram-test-api');

const [botId, username] = process.argv.slice(2);

class Server extends TelegramServer {
  async addUserUpdate(update) {
    this.updateId++;
    this.storage.userMessages.push(update);
    if (this.webhooks[update.botToken]) this.deliver(update.botToken);
    this.emit('Update');
  }

  // One after the other; what is not answered with 200 is brought again.
  deliver(token) {
    this.delivering = (this.delivering || Promise.resolve()).then(async () => {
      const hook = this.webhooks[token];
      const update = this.storage.userMessages.find((u) => u.botToken === token);
      if (!hook || !update) return;
      let status = 0;
      while (status !== 200 && this.webhooks[token] === hook) {
        status = await fetch(hook.url, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'X-Telegram-Bot-Api-Secret-Token': hook.secret_token || '',
          },
          body: JSON.stringify(TelegramServer.formatUpdate(update)),
        }).then((r) => r.status, () => 0);
        if (status !== 200) await new Promise((again) => setTimeout(again, 100));
      }
      this.storage.userMessages = this.storage.userMessages.filter((u) => u !== update);
    });
  }

  deliverWaiting(token) {
    this.storage.userMessages.filter((u) => u.botToken === token).forEach(() => this.deliver(token));
  }

  addBotMessage(raw, token) {
    const message = super.addBotMessage(raw, token);
    return { ...message, date: Math.floor(message.date / 1000) };
  }

  async poll(token, { offset = 0, limit = 100, timeout = 0 }) {
    this.storage.userMessages = this.storage.userMessages.filter(
      (u) => u.botToken !== token || u.updateId >= offset,
    );
    const waiting = () => this.storage.userMessages.filter((u) => u.botToken === token);
    if (!waiting().length && timeout > 0) {
      await new Promise((done) => {
        const timer = setTimeout(done, timeout * 1000);
        this.once('Update', () => {
          clearTimeout(timer);
          done();
        });
      });
    }
    return waiting().slice(0, limit).map(TelegramServer.formatUpdate);
  }
}

const problem = (description) => ({ status: 400, description: `Bad Request: ${description}` });

function badText({ text = '', parse_mode: mode }) {
  if (!text.trim()) return problem('message text is empty');
  const visible = mode === 'HTML' ? text.replace(/<[^<>]*>/g, '').replace(/&[a-z]+;/g, '&') : text;
  if (visible.length > 4096) return problem('message is too long');
  if (mode !== 'HTML') return null;
  const open = [];
  for (const [, slash, name] of text.matchAll(/<(\/?)([a-z]+)[^<>]*>/g)) {
    if (!slash) open.push(name);
    else if (open.pop() !== name) return problem("can't parse entities: unmatched end tag");
  }
  const stray = text.replace(/<\/?[a-z]+[^<>]*>/g, '').replace(/&(lt|gt|amp|quot);/g, '');
  return open.length || /[<>&]/.test(stray) ? problem("can't parse entities") : null;
}

function badButtons({ reply_markup: markup }) {
  const keys = ((markup && markup.inline_keyboard) || []).flat();
  if (keys.some((k) => !k.text)) return problem('text buttons must not be empty');
  return keys.some((k) => Buffer.byteLength(k.callback_data || '') > 64)
    ? problem('BUTTON_DATA_INVALID')
    : null;
}

function badEdit(server, { chat_id: chat, message_id: id, text }) {
  const known = server.storage.botMessages.find(
    (m) => m.messageId === id && String(m.message.chat_id) === String(chat),
  );
  if (!known) return problem('message to edit not found');
  return known.message.text === text ? problem('message is not modified') : null;
}

const acknowledged = [];
const profile = {};

async function answer(server, token, method, body) {
  switch (method) {
    case 'getme':
      return { result: { id: Number(botId), is_bot: true, first_name: 'Test', username } };
    case 'getupdates':
      if (server.webhooks[token]) {
        return { status: 409, description: "Conflict: can't use getUpdates while webhook is active" };
      }
      return { result: await server.poll(token, body) };
    case 'sendmessage':
      return badText(body) || badButtons(body);
    case 'editmessagetext':
      return badText(body) || badButtons(body) || badEdit(server, body);
    case 'answercallbackquery':
      acknowledged.push(body.callback_query_id);
      return { result: true };
    case 'setmycommands':
      profile[body.language_code || ''] = body.commands;
      return { result: true };
    case 'getmycommands':
      return { result: profile[body.language_code || ''] || [] };
    case 'getwebhookinfo':
      return { result: { url: (server.webhooks[token] || {}).url || '' } };
    case 'setwebhook':
    case 'deletewebhook':
      return null;
    case 'acknowledged':
      return { result: acknowledged };
    default:
      return { result: /^get/.test(method) ? {} : true };
  }
}

async function handle(server, request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : {};
  const call = /^\/bot([^/]+)\/(\w+)$/.exec(request.url);
  const given = call && (await answer(server, call[1], call[2].toLowerCase(), body));
  if (!given) {
    request.body = body;
    request._body = true;
    if (call && call[2].toLowerCase() === 'setwebhook') {
      // What waited is brought too, as Telegram does.
      response.on('finish', () => server.deliverWaiting(call[1]));
    }
    server.webServer(request, response);
    return;
  }
  const status = given.status || 200;
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ ok: status === 200, error_code: status, ...given }));
}

const server = new Server({ host: '127.0.0.1', storeTimeout: 3600 });
const listener = http.createServer((request, response) => {
  handle(server, request, response).catch(() => {
    response.writeHead(500);
    response.end('{}');
  });
});
listener.listen(0, '127.0.0.1', () => process.stdout.write(`${listener.address().port}\n`));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
