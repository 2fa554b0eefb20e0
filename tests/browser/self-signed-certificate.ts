import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
	/** PEM. */
	readonly key: string;
	/** PEM. */
	readonly cert: string;
}

const EC_WITH_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';

/**
 * A key and an X.509 certificate that no one trusts, made anew at each call: the test server speaks HTTPS to a browser
 * told to accept it, and no key lies about in the repository. Structure: RFC 5280, section 4.1, in DER.
 */
export function selfSignedCertificate(name: string): Certificate {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const algorithm = der(0x30, Buffer.from(EC_WITH_SHA256, 'hex'));
	const subject = der(0x30, der(0x31, der(0x30, Buffer.from(COMMON_NAME, 'hex'), der(0x0c, Buffer.from(name)))));
	const now = Date.now();
	const day = 86_400_000;
	const body = der(
		0x30,
		der(0x02, Buffer.from([1]), randomBytes(8)),
		algorithm,
		subject,
		der(0x30, utcTime(now - day), utcTime(now + 30 * day)),
		subject,
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const signature = sign('sha256', body, privateKey);
	const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
	};
}

/** One DER element: tag, length, contents. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
	const content = Buffer.concat(contents);
	const length =
		content.length < 0x80
			? [content.length]
			: content.length < 0x100
				? [0x81, content.length]
				: [0x82, content.length >> 8, content.length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

/** `YYMMDDHHMMSSZ`. */
function utcTime(timeMs: number): Buffer {
	return der(0x17, Buffer.from(`${new Date(timeMs).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
}
