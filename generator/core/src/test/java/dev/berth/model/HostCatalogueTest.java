package dev.berth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostCatalogueTest {

  private final HostCatalogue catalogue = HostCatalogue.builtIn();

  @Test
  void everyChannelHasItsHosts() {
    for (ChannelKind kind : ChannelKind.values()) {
      assertFalse(catalogue.channel(kind).isEmpty(), kind::toString);
    }
  }

  @Test
  void everyProviderIsReachedAtItsBaseUrl() {
    for (String name : catalogue.providers()) {
      HostCatalogue.Provider provider = catalogue.provider(name).orElseThrow();
      URI base = URI.create(provider.baseUrl());
      assertEquals("https", base.getScheme());
      assertTrue(provider.hosts().contains(new HostName(base.getHost())), name);
    }
  }

  @Test
  void providersAreSortedAndOthersAreUnknown() {
    assertEquals(
        List.of(
            "anthropic", "deepseek", "google", "groq", "mistral", "openai", "openrouter", "xai"),
        catalogue.providers());
    assertEquals(Optional.empty(), catalogue.provider("acme"));
  }
}
