import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { annotatePage } from '../shared/page/annotate-page.ts';

/** Put into a page that is an article, or that the reader asked to annotate. */
export default defineUnlistedScript(() => void annotatePage());
