package dev.berth.knowledge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.berth.knowledge.store.StoreProblem.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a store does whose bucket or folder is not there. */
public interface MissingBucketContract {

  /** A store in a bucket that nobody made; the caller closes it. */
  ObjectStore withoutBucket() throws Exception;

  @Test
  default void aBucketThatIsNotThereIsSaidToBeMissing() throws Exception {
    try (ObjectStore store = withoutBucket()) {
      List<Callable<?>> calls =
          List.of(
              () -> store.create("snapshots/1", Content.of("x")),
              () -> store.create("objects/ab/1", Content.of(ObjectStoreContract.bytes(3_000_000))),
              () -> store.open("snapshots/1"),
              () -> store.list("", "", 10));
      for (Callable<?> call : calls) {
        StoreProblem problem = ObjectStoreContract.refused(call);
        assertEquals(Kind.NO_BUCKET, problem.kind(), problem.message());
        assertFalse(problem.message().contains("\n"), problem.message());
      }
    }
  }
}
