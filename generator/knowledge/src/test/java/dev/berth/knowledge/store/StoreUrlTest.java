package dev.berth.knowledge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

  @Test
  void aBucketOfGoogle() throws WrongStoreUrl {
    assertEquals(
        new StoreUrl.Google("my_bucket.x-1", "agents/support/customer/", Optional.empty()),
        StoreUrl.parse("gs://my_bucket.x-1/agents/support/customer/"));
  }

  @Test
  void aBucketOfS3() throws WrongStoreUrl {
    assertEquals(
        new StoreUrl.S3(
            "bucket",
            "x/",
            Optional.of(URI.create("http://127.0.0.1:9000")),
            Optional.of("us-east-1")),
        StoreUrl.parse("s3://bucket/x/?region=us-east-1&endpoint=http://127.0.0.1:9000/"));
  }

  @Test
  void aFolder() throws WrongStoreUrl {
    assertEquals(
        new StoreUrl.Folder(Path.of("/srv/my knowledge")),
        StoreUrl.parse("file:///srv/my%20knowledge/"));
  }

  @ParameterizedTest
  @CsvSource({
    "gs://bucket, gs://bucket/",
    "gs://bucket/a/b, gs://bucket/a/b/",
    "gs://bucket/?endpoint=http://[::1]:4443, gs://bucket/?endpoint=http://[::1]:4443",
    "s3://bucket/a, s3://bucket/a/",
    "s3://bucket/?endpoint=https://host&region=x-1, s3://bucket/?endpoint=https://host&region=x-1",
    "s3://bucket/?region=x-1, s3://bucket/?region=x-1",
    "file:///a/../no-such-folder, file:///no-such-folder/",
  })
  void whatIsWrittenOutReadsBackAsTheSame(String written, String canonical) throws WrongStoreUrl {
    StoreUrl url = StoreUrl.parse(written);
    assertEquals(canonical, url.text());
    assertEquals(url, StoreUrl.parse(url.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gs",
        "gs:/bucket/",
        "gs:///x/",
        "GS://bucket/",
        "https://bucket/",
        "gs://b/",
        "gs://Bucket/",
        "gs://bucket/a//b/",
        "gs://bucket//",
        "gs://bucket/a/../b/",
        "gs://bucket/a b/",
        "gs://bucket/a%20b/",
        "gs://bucket/a\n/",
        "gs://bucket:80/",
        "gs://bucket/#x",
        "gs://bucket/?region=x",
        "gs://bucket/?endpoint",
        "gs://bucket/?endpoint=",
        "gs://bucket/?endpoint=ftp://host",
        "gs://bucket/?endpoint=http://host/path",
        "gs://bucket/?endpoint=http://a&endpoint=http://b",
        "s3://bucket/?region=EU",
        "s3://bucket/?region=",
        "s3://bucket/?endpoint=http://host?x=y",
        "file://srv/knowledge/",
        "file:/srv/knowledge/",
        "file:///",
        "file:///a/..",
        "file:///a?x=y",
        "file:///a b/",
        "file:///a%00b/",
      })
  void anythingElseIsRefusedWithASentenceAndAMend(String written) {
    WrongStoreUrl wrong = assertThrows(WrongStoreUrl.class, () -> StoreUrl.parse(written));
    assertFalse(wrong.message().isEmpty());
    assertFalse(wrong.message().endsWith("."), wrong.message());
    assertTrue(wrong.mend().matches("(write|remove) .*"), wrong.mend());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gs://KEY:PASS@bucket/",
        "s3://KEY:PASS@bucket/x/",
        "s3://bucket/?endpoint=http://KEY:PASS@host:9000",
        "s3://bucket/?accessKey=KEY&secretKey=PASS",
        "file://KEY:PASS@host/x/",
        "https://KEY:PASS@host/",
      })
  void aCredentialIsRefusedAndNotRepeated(String written) {
    WrongStoreUrl wrong = assertThrows(WrongStoreUrl.class, () -> StoreUrl.parse(written));
    String told = wrong.message() + wrong.mend() + wrong;
    assertFalse(told.contains("PASS") || told.contains("KEY"), told);
  }

  @Test
  void aPrefixLeavesRoomForTheLongestName() throws WrongStoreUrl {
    String longest = "x".repeat(511);
    assertEquals("gs://bucket/" + longest + "/", StoreUrl.parse("gs://bucket/" + longest).text());
    assertThrows(WrongStoreUrl.class, () -> StoreUrl.parse("gs://bucket/x" + longest));
  }
}
