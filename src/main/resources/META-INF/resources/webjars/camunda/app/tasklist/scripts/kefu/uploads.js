/* Sends files one after the other. A file that could not be sent stays in sight, says why, and can be sent again. */
import { element } from './page.js';
import { onPerson } from './person.js';
import { csrfToken } from './requests.js';

const LOST = 'The connection was lost. Try again; the file is kept only once. 連線中斷，請重試；檔案不會重複。';
const STOPPED = 'Stopped; not attached. 已取消，未上傳。';
const FULL_PERCENT = 100;

const queues = new Map();
let person = null;

onPerson(userId => {
  if (person !== null && person !== userId) {
    queues.forEach(queue => queue.drop());
    queues.clear();
  }
  person = userId;
});

window.addEventListener('beforeunload', event => {
  if ([...queues.values()].some(queue => queue.busy())) {
    event.preventDefault();
  }
});

/** The queue of an address; it goes on while its tab is not in sight. */
export function uploadsTo(address) {
  if (!queues.has(address)) {
    queues.set(address, new Uploads(address));
  }
  return queues.get(address);
}

/** A size as people read it. */
export function readableSize(bytes) {
  const units = ['bytes 位元組', 'KB', 'MB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 || size >= 10 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}

class Uploads {

  /** The files that are on their way or did not get there. */
  list = element('ul', 'kefu-uploads');
  /** Read out by screen readers. */
  spoken = element('p', 'kefu-spoken');
  /** Called with the case's attachments after each file that was kept. */
  arrived = () => {};
  #address;
  #waiting = [];
  #running = null;

  constructor(address) {
    this.#address = address;
    this.spoken.setAttribute('role', 'status');
  }

  busy() {
    return this.#running !== null;
  }

  drop() {
    this.#waiting = [];
    this.#running?.request?.abort();
    this.list.replaceChildren();
  }

  /** Takes files; what the limits already forbid is refused without being sent. */
  add(files, kind, limits) {
    [...files].forEach(file => {
      const upload = this.#row(file, kind);
      const reason = refusal(file, limits);
      if (reason) {
        this.#failed(upload, reason, false);
      } else {
        this.#enqueue(upload);
      }
    });
  }

  #row(file, kind) {
    const upload = { file, kind, state: element('span', 'kefu-upload-state'), bar: element('progress', 'kefu-upload-bar'), buttons: element('span', 'kefu-upload-buttons') };
    upload.bar.max = FULL_PERCENT;
    upload.bar.setAttribute('aria-label', `${file.name}: upload 上傳進度`);
    upload.row = element('li', 'kefu-upload', element('span', 'kefu-upload-name', file.name), element('span', 'kefu-upload-size', readableSize(file.size)),
      upload.bar, upload.state, upload.buttons);
    this.list.append(upload.row);
    return upload;
  }

  #enqueue(upload) {
    upload.row.classList.remove('kefu-upload-failed');
    upload.bar.hidden = false;
    upload.bar.value = 0;
    upload.state.replaceChildren('Waiting 等待中');
    this.#offer(upload, ['Cancel 取消', () => this.#stop(upload)]);
    this.#waiting.push(upload);
    this.#next();
  }

  #next() {
    if (this.#running === null && this.#waiting.length > 0) {
      this.#running = this.#waiting.shift();
      this.#send(this.#running);
    }
  }

  #send(upload) {
    const data = new FormData();
    data.append('file', upload.file, upload.file.name);
    if (upload.kind) {
      data.append('kind', upload.kind);
    }
    const request = new XMLHttpRequest();
    upload.request = request;
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = Math.floor(loaded / total * FULL_PERCENT);
      upload.bar.value = percent;
      upload.state.replaceChildren(percent < FULL_PERCENT ? `${percent} %` : 'Being checked 檢查中');
    });
    request.addEventListener('load', () => this.#answered(upload, request));
    request.addEventListener('error', () => this.#failed(upload, LOST, true));
    request.addEventListener('abort', () => this.#failed(upload, STOPPED, true));
    request.open('POST', this.#address);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken());
    request.send(data);
    upload.state.replaceChildren('0 %');
  }

  #answered(upload, request) {
    const body = request.json();
    if (request.status === 200 && body) {
      upload.row.remove();
      this.#say(`${upload.file.name}: attached 已上傳`);
      this.#done(upload);
      this.arrived(body);
    } else {
      const temporary = request.status >= 500 || request.status === 0;
      this.#failed(upload, temporary ? `The server could not keep the file (${request.status}). Try again in a moment. 伺服器暫時無法儲存，請稍後重試。`
        : body?.errors?.[0]?.message ?? body?.message ?? `Not accepted (${request.status}) 未接受`, temporary);
    }
  }

  #failed(upload, reason, again) {
    upload.row.classList.add('kefu-upload-failed');
    upload.bar.hidden = true;
    upload.state.replaceChildren(reason);
    this.#say(`${upload.file.name}: ${reason}`);
    this.#offer(upload, ...(again ? [['Try again 重試', () => this.#enqueue(upload)]] : []), ['Dismiss 移去', () => upload.row.remove()]);
    this.#done(upload);
  }

  #done(upload) {
    if (this.#running === upload) {
      this.#running = null;
      this.#next();
    }
  }

  #stop(upload) {
    if (this.#running === upload) {
      upload.request.abort();
    } else {
      this.#waiting = this.#waiting.filter(other => other !== upload);
      this.#failed(upload, STOPPED, true);
    }
  }

  #offer(upload, ...choices) {
    upload.buttons.replaceChildren(...choices.map(([label, action]) => {
      const button = element('button', 'btn btn-default btn-xs', label);
      button.type = 'button';
      button.setAttribute('aria-label', `${label}: ${upload.file.name}`);
      button.addEventListener('click', action);
      return button;
    }));
  }

  #say(sentence) {
    this.spoken.replaceChildren(sentence);
  }
}

/** Why a file need not be sent; null when the server shall look at it. */
function refusal(file, { largestFile, endings }) {
  const ending = file.name.includes('.') ? file.name.split('.').pop().toLowerCase() : '';
  if (!endings.includes(ending)) {
    return `This type is not accepted, only ${endings.join(', ')}. 不接受此類檔案。`;
  }
  if (file.size === 0) {
    return 'The file is empty. 檔案是空的。';
  }
  return file.size > largestFile ? `The file is larger than ${readableSize(largestFile)}. 檔案超過上限。` : null;
}
