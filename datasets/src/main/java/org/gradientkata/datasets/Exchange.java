package org.gradientkata.datasets;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;

/** Asks one server for one file, under time limits that hold for the body, too. */
final class Exchange {

  private static final long LOOK_MILLIS = 100;

  private final Limits limits;
  private final ToLongFunction<Path> room;
  private HttpClient client;

  /**
   * Creates an exchange.
   *
   * @param limits for connecting and for silence
   * @param room bytes that the disk of a file can still take
   */
  Exchange(Limits limits, ToLongFunction<Path> room) {
    this.limits = limits;
    this.room = room;
  }

  /**
   * Receives a file.
   *
   * @param address where it is
   * @param file where it goes, for messages and the disk's room
   * @param channel open for writing; not closed here
   * @param mostBytes the size cap
   * @param deadline {@link System#nanoTime()} at which everything ends
   * @param report hears of bytes received and announced
   * @throws DatasetException if the file didn't arrive
   */
  void receive(
      URI address, Path file, FileChannel channel, long mostBytes, long deadline, Report report)
      throws DatasetException {
    Receiver receiver = new Receiver(address, file, channel, mostBytes);
    HttpRequest request = HttpRequest.newBuilder(address).GET().build();
    CompletableFuture<HttpResponse<Void>> answer =
        client().sendAsync(request, info -> receiver.begin(info, room.applyAsLong(file)));
    try {
      await(answer, receiver, address, deadline, report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException(Problem.INTERRUPTED, e, address);
    } catch (ExecutionException e) {
      DatasetException refusal = receiver.refusal();
      throw refusal != null ? refusal : Failures.receiving(address, e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** Made when first needed: it costs a tenth of a second that data on disk should not pay. */
  private HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(limits.connect())
              .followRedirects(HttpClient.Redirect.NORMAL)
              .proxy(ProxySelector.getDefault())
              .build();
    }
    return client;
  }

  /** Looks at the answer from outside: the client's own time limit ends with the headers. */
  private void await(
      CompletableFuture<HttpResponse<Void>> answer,
      Receiver receiver,
      URI address,
      long deadline,
      Report report)
      throws InterruptedException, ExecutionException, MirrorFailure {
    long seen = -1;
    long changed = System.nanoTime();
    boolean done = false;
    while (!done) {
      done = finished(answer);
      long now = System.nanoTime();
      long received = receiver.received();
      if (received != seen) {
        seen = received;
        changed = now;
        report.received(received, receiver.total());
      }
      if (!done && (now - changed > limits.silence().toNanos() || now - deadline > 0)) {
        throw new MirrorFailure(Problem.TIME_LIMIT, null, true, address);
      }
    }
  }

  private static boolean finished(CompletableFuture<HttpResponse<Void>> answer)
      throws InterruptedException, ExecutionException {
    try {
      answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Hears how much has arrived. */
  @FunctionalInterface
  interface Report {
    /** Bytes received so far and announced (or −1). */
    void received(long done, long total);
  }
}
