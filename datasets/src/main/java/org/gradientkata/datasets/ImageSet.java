package org.gradientkata.datasets;

import java.net.URI;
import java.util.List;

/** The published sets that the kit can train on: 60,000 + 10,000 grey images of 28 × 28 pixels. */
public enum ImageSet {
  /** Handwritten digits (LeCun, Cortes, Burges). */
  MNIST(
      "MNIST",
      "mnist",
      Source.of(
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
          "https://ossci-datasets.s3.amazonaws.com/mnist/",
          "https://storage.googleapis.com/cvdf-datasets/mnist/")),
  /**
   * Ten kinds of clothing (Xiao, Rasul, Vollgraf 2017), a harder set of the same format.
   *
   * <p>Zalando Research publishes MD5 sums of the gzip files only. The sums of the decompressed
   * files used here are those on which several unrelated public projects agree, one of which
   * derived them from archives with the published MD5 sums.
   */
  FASHION_MNIST(
      "Fashion-MNIST",
      "fashion-mnist",
      Source.of(
          "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
          "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
          "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
          "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
          "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
          "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"));

  private final String title;
  private final String folder;

  @SuppressWarnings("ImmutableEnumChecker") // a record that copies its list and its map
  private final Source source;

  ImageSet(String title, String folder, Source source) {
    this.title = title;
    this.folder = folder;
    this.source = source;
  }

  /**
   * The name as people write it.
   *
   * @return such as {@code Fashion-MNIST}
   */
  public String title() {
    return title;
  }

  /**
   * The name of the set's folder, in the checkout's {@code datasets/} and in the cache.
   *
   * @return such as {@code fashion-mnist}
   */
  public String folder() {
    return folder;
  }

  /**
   * The SHA-256 of a decompressed file. Mirrors compress differently, so a gzip file's own sum says
   * nothing.
   *
   * @param part which file
   * @return 64 hexadecimal digits in lower case
   */
  public String sha256(Part part) {
    return source.sums().get(part);
  }

  /**
   * Public HTTPS folders that hold the set's gzip files, tried in this order.
   *
   * @return at least two addresses, each ending in {@code /}
   */
  public List<URI> mirrors() {
    return source.mirrors();
  }

  Source source() {
    return source;
  }
}
