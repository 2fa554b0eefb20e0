/** Runs a command-line program: what it throws is shown by its message, without a stack, and the exit code is 1. */
export async function failInOneLine(program: () => Promise<void>): Promise<void> {
	try {
		await program();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
