import { mountPanel } from '../shared/panel/mount-panel.tsx';

const root = document.getElementById('root');
if (root !== null) void mountPanel(root);
