/* What the form viewer and its calendar say in English only, in Chinese for whoever reads it. The viewer offers no other way. */
import { chinese, watchPage } from './page.js';

const ERRORS = [
  [/^Field is required\.$/, '此欄位為必填。'],
  [/^Field must have minimum value of (.+)\.$/, '值不得小於 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '值不得大於 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少須輸入 $1 個字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多可輸入 $1 個字。'],
  [/^Field must match pattern (.+)\.$/, '格式不正確（$1）。'],
  [/^Field must be a valid +international phone number\. \(e\.g\. (.+)\)$/, '請輸入有效的國際電話號碼（例如 $1）。'],
  [/^Field must be a valid email\.$/, '請輸入有效的電子郵件地址。'],
  [/^Value is not a number\.$/, '請輸入數字。'],
  [/^Value is expected to be an integer\.$/, '請輸入整數。'],
  [/^Value is expected to have at most (.+) decimal digits?\.$/, '小數最多 $1 位。'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '請輸入有效的值；最接近的有效值為 $1 與 $2。'],
  [/^Date and time must both be entered\.$/, '日期與時間皆須填寫。']
];
const LABELS = [
  [/^Add new$/, '新增一列'],
  [/^Collapse$/, '收合'],
  [/^Expand all \((\d+)\)$/, '全部展開（$1）'],
  [/^Select$/, '請選擇'],
  [/^Search$/, '搜尋'],
  [/^No results$/, '沒有符合的選項'],
  [/^All values selected$/, '已全部選取'],
  [/^Nothing to show\.$/, '沒有資料。'],
  [/^Remove list item (\d+)$/, '移除第 $1 列'],
  [/^Remove tag$/, '移除標籤'],
  [/^Increment$/, '增加'],
  [/^Decrement$/, '減少'],
  [/^Previous page$/, '上一頁'],
  [/^Next page$/, '下一頁']
];
// Only where the viewer writes itself: what a form's author or a customer wrote stays as it is.
const PLACES = ['.fjs-repeat-render-footer button', '.fjs-repeat-row-remove', '.fjs-select-placeholder', 'input.fjs-input[placeholder="Search"]',
  '.fjs-dropdownlist-empty', '.fjs-table-empty', '.fjs-table-td[colspan]', '.fjs-taglist-tag-remove', '.fjs-number-arrow-container button', '.fjs-table-nav-button',
  '.fjs-form-field-datetime .fjs-form-field-error li'].map(place => `.fjs-container ${place}`).join();
const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map(month => `${month}月`);
const DAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** An error of the viewer in the person's language; what is not known stays. */
export const translated = error => chinese ? replaced(error, ERRORS) : error;

/** Lets the calendar and what the viewer writes on the page be Chinese, if the person reads it. */
export function speakChinese(calendar) {
  if (chinese) {
    calendar?.localize({
      weekdays: { shorthand: DAYS, longhand: DAYS.map(day => `星期${day}`) }, months: { shorthand: MONTHS, longhand: MONTHS },
      rangeSeparator: ' 至 ', weekAbbreviation: '週', scrollTitle: '捲動以增減', toggleTitle: '點選切換', amPM: ['上午', '下午'],
      yearAriaLabel: '年', monthAriaLabel: '月', hourAriaLabel: '時', minuteAriaLabel: '分'
    });
    calendar?.setDefaults({ ariaDateFormat: 'Y年n月j日' });
    watchPage(() => document.querySelectorAll(PLACES).forEach(translate));
  }
}

function translate(node) {
  ATTRIBUTES.filter(name => node.hasAttribute(name)).forEach(name => put(node.getAttribute(name), text => node.setAttribute(name, text)));
  node.childNodes.forEach(child => child.nodeType === Node.TEXT_NODE && put(child.data, text => { child.data = text; }));
}

function put(text, write) {
  const chineseText = replaced(text.trim(), [...LABELS, ...ERRORS]);
  if (chineseText !== text.trim()) {
    write(chineseText);
  }
}

function replaced(text, rules) {
  const rule = rules.find(([english]) => english.test(text));
  return rule ? text.replace(...rule) : text;
}
