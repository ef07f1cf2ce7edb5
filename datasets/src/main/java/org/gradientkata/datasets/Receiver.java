package org.gradientkata.datasets;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the body of an answer to a file and refuses what can't be the file: another status than
 * 200, more bytes than the file can have, more than the disk has room for.
 */
final class Receiver implements BodySubscriber<Void> {

  private static final int OK = 200;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final CompletableFuture<Void> body = new CompletableFuture<>();
  private final URI address;
  private final Path file;
  private final FileChannel channel;
  private final long mostBytes;
  private Subscription subscription;
  private final AtomicLong received = new AtomicLong();
  private volatile long total = -1;
  private volatile DatasetException refusal;

  /**
   * Creates a receiver for one answer.
   *
   * @param address where the body comes from, for messages
   * @param file where it goes, for messages
   * @param channel open for writing; closed by its owner
   * @param mostBytes the size cap
   */
  Receiver(URI address, Path file, FileChannel channel, long mostBytes) {
    this.address = address;
    this.file = file;
    this.channel = channel;
    this.mostBytes = mostBytes;
  }

  /**
   * Looks at status and length before the body comes.
   *
   * @param answer status and headers
   * @param room bytes that the disk can still take
   * @return this
   */
  Receiver begin(ResponseInfo answer, long room) {
    int status = answer.statusCode();
    total = answer.headers().firstValueAsLong("content-length").orElse(-1);
    if (status != OK) {
      boolean passing = status >= FIRST_SERVER_ERROR || status == TOO_MANY_REQUESTS;
      refusal = new MirrorFailure(Problem.BAD_STATUS, null, passing, address, status);
    } else if (total > mostBytes) {
      refusal = tooLarge();
    } else if (total > room) {
      refusal = new DatasetException(Problem.DISK_FULL, null, file);
    }
    return this;
  }

  private MirrorFailure tooLarge() {
    return new MirrorFailure(Problem.TOO_LARGE, null, false, address, mostBytes);
  }

  /** Bytes written so far. */
  long received() {
    return received.get();
  }

  /** Bytes announced, or −1. */
  long total() {
    return total;
  }

  /** Why the body was not taken, or null. */
  DatasetException refusal() {
    return refusal;
  }

  @Override
  public CompletionStage<Void> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (refusal == null) {
      subscription.request(Long.MAX_VALUE);
    } else {
      refuse(refusal);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        if (received.get() + buffer.remaining() > mostBytes) {
          refuse(tooLarge());
          return;
        }
        int size = buffer.remaining();
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        received.addAndGet(size);
      }
    } catch (IOException e) {
      refuse(Failures.writing(file, e));
    }
  }

  private void refuse(DatasetException reason) {
    refusal = reason;
    subscription.cancel();
    body.completeExceptionally(reason);
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    body.complete(null);
  }
}
