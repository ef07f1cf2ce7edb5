package org.gradientkata.datasets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A mirror on the loopback interface that behaves as a test wants. */
final class Mirror implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  /** How a mirror answers its n-th request, counted from 1. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange, int request) throws IOException;
  }

  Mirror(Answer answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpHandler handler =
        exchange -> {
          asked.countDown();
          try (exchange) {
            answer.to(exchange, requests.incrementAndGet());
          }
        };
    server.createContext("/data/", handler);
    server.setExecutor(threads);
    server.start();
  }

  /** A mirror that has the files that tests publish. */
  static Mirror good() throws IOException {
    return new Mirror(
        (exchange, request) -> send(exchange, Idx.gzip(Idx.published(part(exchange)))));
  }

  /** A mirror that always answers with one status. */
  static Mirror status(int status) throws IOException {
    return new Mirror((exchange, request) -> exchange.sendResponseHeaders(status, -1));
  }

  /** A mirror that sends the same bytes for every file. */
  static Mirror sending(byte[] content) throws IOException {
    return new Mirror((exchange, request) -> send(exchange, content));
  }

  /** A mirror that announces a file, sends one byte and then nothing until it is closed. */
  static Mirror silent() throws IOException {
    return silent(100);
  }

  /** A mirror that announces so many bytes, sends one and then nothing until it is closed. */
  static Mirror silent(long announced) throws IOException {
    CountDownLatch[] until = new CountDownLatch[1];
    Mirror mirror =
        new Mirror(
            (exchange, request) -> {
              exchange.sendResponseHeaders(200, announced);
              exchange.getResponseBody().write(0x1f);
              exchange.getResponseBody().flush();
              try {
                until[0].await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    until[0] = mirror.closing;
    return mirror;
  }

  static void send(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  static Part part(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    for (Part part : Part.values()) {
      if (path.equals("/data/" + part.gzipName())) {
        return part;
      }
    }
    throw new IllegalArgumentException(path);
  }

  URI address() {
    return URI.create(
        "http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + "/data/");
  }

  int requests() {
    return requests.get();
  }

  void awaitRequest() throws InterruptedException {
    asked.await();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
