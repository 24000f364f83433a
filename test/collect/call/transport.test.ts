import { Readable } from 'node:stream';
import { expect } from 'chai';
import { kmsKeyCollector } from '../../../src/collect/kms/key.ts';
import type { Transport } from '../../../src/collect/call/transport.ts';
import { awsOver } from '../../support/sandbox-aws.ts';

const page = '<!doctype html><title>500 Internal Server Error</title>';

function answering(statusCode: number, contentType: string) {
  const seen = { requests: 0, drained: 0 };
  const transport: Transport = {
    handle() {
      seen.requests += 1;
      const body = Readable.from([Buffer.from(page)]).on('end', () => (seen.drained += 1));
      const response = { statusCode, headers: { 'content-type': contentType }, body };
      return Promise.resolve({ response });
    },
  };
  return { seen, transport };
}

async function listKeys(transport: Transport): Promise<unknown> {
  return awsOver(transport, kmsKeyCollector)
    .call('kms:ListKeys', {})
    .catch((error: unknown) => error);
}

describe('guardedTransport', () => {
  it('gives up after three web pages with status 500 and says what they were', async () => {
    const { seen, transport } = answering(500, 'text/html; charset=utf-8');
    expect(await listKeys(transport)).to.deep.include({
      unread: {
        state: 'error',
        call: 'kms:ListKeys',
        code: 'WebPageReply',
        message:
          'HTTP 500 with a web page: the endpoint is not AWS, or does not know the operation',
      },
    });
    await new Promise(setImmediate);
    expect(seen).to.deep.equal({ requests: 3, drained: 3 });
  });

  it('leaves the web pages of gateways to the SDK, which waits and asks again', async () => {
    const { seen, transport } = answering(503, 'text/html');
    expect(await listKeys(transport)).to.have.nested.property('unread.state', 'error');
    expect(seen.requests).to.be.greaterThan(3);
  });

  it('does not mistake an answer that is only labelled as a web page', async () => {
    // Emulators send XML under this label.
    const { transport } = answering(404, 'text/html; charset=utf-8');
    expect(await listKeys(transport)).to.not.have.property('code', 'WebPageReply');
  });
});
