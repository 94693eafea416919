/* Libraries from web jars, each loaded once, when a page needs it. */

const loaded = {};
let last = Promise.resolve();

/** What the file gives under a global name. It would give itself to the web application's own loader of scripts if that were seen; so one comes after the other. */
export function library(file, name) {
  loaded[file] ??= last = last.then(async () => {
    const { define } = window;
    window.define = undefined;
    try {
      await import(`/camunda/app/kefu/lib/${file}`);
    } finally {
      window.define = define;
    }
    return window[name];
  });
  return loaded[file];
}
