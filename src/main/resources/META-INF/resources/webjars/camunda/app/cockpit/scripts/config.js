/* Settings of Cockpit; stands in for the file of the same name in Camunda's web jar. */
import '../../kefu/patience.js';
import '../../kefu/storage.js';
import { locales } from '../../kefu/language.js';

export default {
  // The header shows the vendor, a blank, the name.
  app: { vendor: 'Kefu', name: '客服' },
  locales,
  // A wrong path here leaves the whole page blank.
  customScripts: ['scripts/kefu']
};
