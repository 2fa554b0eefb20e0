import { describe, expect, test } from 'vitest';
import { type Finding, unexplainedFindings } from './lint-findings.ts';

const html = (file: string): Finding => ({ _type: 'warning', code: 'UNSAFE_VAR_ASSIGNMENT', file });
const libraries = [html('extractor.js'), html('extractor.js'), html('extractor.js'), html('page-interface.js')];

describe('of what the linter finds in a package', () => {
	test("the libraries' own ways are explained", () => {
		expect(unexplainedFindings([...libraries, html('chunks/panel-Ab_9.js')])).toEqual([]);
	});

	test('once more is once too often, and so is a place where no library is', () => {
		expect(unexplainedFindings([...libraries, html('extractor.js')])).toEqual([html('extractor.js')]);
		expect(unexplainedFindings([html('annotator.js')])).toHaveLength(1);
		expect(unexplainedFindings([{ _type: 'notice', code: 'NEW' }])).toHaveLength(1);
	});

	test('no error is explained', () => {
		expect(unexplainedFindings([{ ...html('extractor.js'), _type: 'error' }])).toHaveLength(1);
	});
});
