package dev.berth.knowledge.google;

import com.google.api.gax.paging.Page;
import com.google.cloud.BaseServiceException;
import com.google.cloud.WriteChannel;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.ExactStream;
import dev.berth.knowledge.store.Listing;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.Problems;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Objects in a bucket of Google Cloud Storage.
 *
 * <p>An object is created under {@code ifGenerationMatch=0} and with its CRC-32C: Google refuses
 * one that exists, is cut short or was altered. It is asked with the application default
 * credentials, in a pod those of its Workload Identity; a stand-in at an endpoint without any.
 */
public final class GoogleStore implements ObjectStore {

  /** Up to this size an object is one request; a larger one goes in pieces of this size. */
  private static final int PIECE_BYTES = 1024 * 1024;

  private static final int MOST_TRIES_OF_DAMAGED = 3;

  private final Storage storage;
  private final StoreUrl.Google url;
  private final GoogleProblems problems;

  private GoogleStore(Storage storage, StoreUrl.Google url) {
    this.storage = storage;
    this.url = url;
    this.problems = new GoogleProblems(url.bucket());
  }

  /**
   * Opens a store; nothing is asked of Google yet.
   *
   * @param deadline how long one request, or one piece of a large object, is tried in all
   * @throws StoreProblem when this machine has no credentials
   */
  public static GoogleStore open(StoreUrl.Google url, Duration deadline) throws StoreProblem {
    return new GoogleStore(GoogleClient.make(url, deadline), url);
  }

  @Override
  public boolean create(String name, Content content) throws StoreProblem {
    ObjectStore.requireName(name);
    for (int tries = 1; ; tries++) {
      try {
        if (content.sizeBytes() <= PIECE_BYTES) {
          createAtOnce(name, content);
        } else {
          createInPieces(name, content);
        }
        return true;
      } catch (BaseServiceException | IOException problem) {
        int code = GoogleProblems.code(problem);
        if (code == 412) {
          return false;
        }
        // The client takes a request that was damaged on its way for a mistake of its caller.
        if (code != 400 || tries == MOST_TRIES_OF_DAMAGED) {
          throw problems.of(address(name), problem);
        }
      }
    }
  }

  private void createAtOnce(String name, Content content) throws IOException {
    byte[] bytes;
    try (InputStream source = source(content)) {
      bytes = source.readAllBytes();
    } catch (IOException problem) {
      throw Problems.unreadable(address(name), problem);
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    storage.create(
        info(name, sum),
        bytes,
        BlobTargetOption.doesNotExist(),
        BlobTargetOption.disableGzipContent());
  }

  private void createInPieces(String name, Content content) throws IOException {
    CRC32C sum = new CRC32C();
    byte[] part = new byte[64 * 1024];
    try (InputStream source = source(content)) {
      for (int read = source.read(part); read >= 0; read = source.read(part)) {
        sum.update(part, 0, read);
      }
    } catch (IOException problem) {
      throw Problems.unreadable(address(name), problem);
    }
    // Closing makes the object of what was written, so it is closed only after all of it.
    WriteChannel channel =
        storage.writer(
            info(name, sum),
            BlobWriteOption.doesNotExist(),
            BlobWriteOption.crc32cMatch(),
            BlobWriteOption.expectedObjectSize(content.sizeBytes()),
            BlobWriteOption.disableGzipContent());
    channel.setChunkSize(PIECE_BYTES);
    try (InputStream source = source(content)) {
      for (int read = read(source, part, name); read >= 0; read = read(source, part, name)) {
        channel.write(ByteBuffer.wrap(part, 0, read));
      }
    }
    channel.close();
  }

  private int read(InputStream source, byte[] part, String name) throws StoreProblem {
    try {
      return source.read(part);
    } catch (IOException problem) {
      throw Problems.unreadable(address(name), problem);
    }
  }

  private static InputStream source(Content content) throws IOException {
    return new ExactStream("what was to be stored", content.open(), content.sizeBytes());
  }

  private BlobInfo info(String name, CRC32C sum) {
    byte[] bigEndian = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return BlobInfo.newBuilder(id(name))
        .setContentType("application/octet-stream")
        .setCrc32c(Base64.getEncoder().encodeToString(bigEndian))
        .build();
  }

  @Override
  public InputStream open(String name) throws StoreProblem {
    ObjectStore.requireName(name);
    GoogleStream stream = new GoogleStream(storage.reader(id(name)), address(name), problems);
    try {
      stream.start();
      return stream;
    } catch (BaseServiceException | IOException problem) {
      stream.close();
      if (GoogleProblems.code(problem) == 404) {
        // The answer is the same for a bucket that is missing; listing one fails.
        list("", "", 1);
        throw Problems.absent(address(name));
      }
      throw problems.of(address(name), problem);
    }
  }

  @Override
  public List<String> list(String start, String after, int most) throws StoreProblem {
    Listing.requireMost(most);
    List<BlobListOption> options = new ArrayList<>();
    options.add(BlobListOption.prefix(url.prefix() + start));
    options.add(BlobListOption.pageSize(most));
    options.add(BlobListOption.fields(BlobField.NAME));
    if (!after.isEmpty()) {
      // Google starts with the name itself; the next one in order is at least this.
      options.add(BlobListOption.startOffset(url.prefix() + after + Listing.BEFORE_ALL));
    }
    try {
      List<String> names = new ArrayList<>();
      Page<Blob> page = storage.list(url.bucket(), options.toArray(BlobListOption[]::new));
      // Google may end a page early and say that there is another.
      for (Blob blob : page.iterateAll()) {
        String name = blob.getName().substring(url.prefix().length());
        if (Listing.isName(name)) {
          names.add(name);
        }
        if (names.size() == most) {
          break;
        }
      }
      return List.copyOf(names);
    } catch (BaseServiceException problem) {
      throw problems.of(address(start), problem);
    }
  }

  @Override
  public void delete(String name) throws StoreProblem {
    ObjectStore.requireName(name);
    try {
      storage.delete(id(name));
    } catch (BaseServiceException problem) {
      throw problems.of(address(name), problem);
    }
  }

  private BlobId id(String name) {
    return BlobId.of(url.bucket(), url.prefix() + name);
  }

  private String address(String name) {
    return "gs://" + url.bucket() + "/" + url.prefix() + name;
  }

  @Override
  public String url() {
    return url.text();
  }

  @Override
  public void close() {
    try {
      storage.close();
    } catch (Exception problem) {
      throw new IllegalStateException("the client of Google Cloud Storage does not end", problem);
    }
  }
}
