package dev.berth.knowledge.s3;

import dev.berth.knowledge.store.Problems;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an S3 store answered, as a problem with a sentence for people. */
final class AmazonProblems {

  private final String bucket;

  AmazonProblems(String bucket) {
    this.bucket = "s3://" + bucket;
  }

  /**
   * The problem behind what the client threw. The store's own words are left out, but for their
   * code: some repeat what was signed.
   *
   * @param address the object that was asked for
   */
  StoreProblem of(String address, RuntimeException problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof UnreadableSource unreadable) {
        return unreadable.problem();
      }
    }
    if (!(problem instanceof SdkException)) {
      throw problem;
    }
    if (!(problem instanceof AwsServiceException answer)) {
      return unavailable(address, "no answer", problem);
    }
    String code = AmazonClient.code(answer);
    String reason = (answer.statusCode() + " " + code).strip();
    if (isFull(answer.statusCode(), code)) {
      return new StoreProblem(Kind.FULL, bucket + " has no room left (" + reason + ")", problem);
    }
    return switch (answer.statusCode()) {
      case 301, 307 ->
          new StoreProblem(
              Kind.DENIED,
              bucket + " is in another region: write its own behind it, as ?region=REGION",
              problem);
      case 401, 403 ->
          new StoreProblem(
              Kind.DENIED,
              address
                  + ": give these credentials s3:GetObject, s3:PutObject, s3:DeleteObject and"
                  + " s3:ListBucket on "
                  + bucket
                  + " ("
                  + reason
                  + ")",
              problem);
      case 404 ->
          code.equals("NoSuchKey")
              ? Problems.absent(address)
              : new StoreProblem(
                  Kind.NO_BUCKET,
                  "there is no bucket " + bucket + ": make it, or correct its name",
                  problem);
      case 400 ->
          new StoreProblem(
              Kind.DAMAGED, address + ": refused as altered on its way (" + reason + ")", problem);
      case 501 ->
          new StoreProblem(
              Kind.DENIED,
              bucket + " cannot do what Berth needs (" + reason + "): use a newer server",
              problem);
      default -> unavailable(address, reason, problem);
    };
  }

  /** The store takes a second write of a name for the first: it is no place for snapshots. */
  StoreProblem overwrites() {
    return new StoreProblem(
        Kind.DENIED,
        bucket
            + " overwrites objects in spite of If-None-Match, so that two writers would destroy"
            + " each other's work: use a server that honours it");
  }

  /** No try has worked, and there is no time for another. */
  StoreProblem late(String address) {
    return new StoreProblem(Kind.UNAVAILABLE, notNow(address, "no answer in time"));
  }

  private StoreProblem unavailable(String address, String reason, Throwable cause) {
    return new StoreProblem(Kind.UNAVAILABLE, notNow(address, reason), cause);
  }

  private String notNow(String address, String reason) {
    return address + ": " + bucket + " does not do it now (" + reason + "): try again later";
  }

  private static boolean isFull(int status, String code) {
    return status == 507 || code.contains("StorageFull") || code.contains("QuotaExceeded");
  }
}
