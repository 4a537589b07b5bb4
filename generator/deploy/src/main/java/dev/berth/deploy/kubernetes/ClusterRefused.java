package dev.berth.deploy.kubernetes;

/** The cluster cannot be asked anything at all. */
public final class ClusterRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String mend;

  ClusterRefused(String what, String mend) {
    super(what);
    this.mend = mend;
  }

  /** One imperative sentence. */
  public String mend() {
    return mend;
  }
}
