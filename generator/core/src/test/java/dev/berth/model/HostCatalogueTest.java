package dev.berth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  @Test
  void itSaysWhenItWasLastChanged() {
    assertTrue(catalogue.version().matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"), catalogue::version);
  }

  @Test
  void everyHostIsReckonedAtAddressesThatFitOnePolicy() {
    Stream.concat(
            Stream.of(ChannelKind.values()).map(catalogue::channel),
            catalogue.providers().stream()
                .map(name -> catalogue.provider(name).orElseThrow().hosts()))
        .flatMap(List::stream)
        .forEach(
            host -> {
              int addresses = catalogue.addresses(host);
              assertTrue(addresses >= 2 && addresses <= 50, () -> host + " at " + addresses);
            });
    assertEquals(16, catalogue.addresses(new HostName("api.example.com")));
    assertEquals(20, catalogue.addresses(new HostName("*.example.com")));
  }

  @Test
  void anApiNobodyListedIsNotAtTheRestrictedAddresses() {
    assertTrue(catalogue.restricted(new HostName("storage.googleapis.com")));
    assertFalse(catalogue.restricted(new HostName("generativelanguage.googleapis.com")));
    assertFalse(catalogue.restricted(new HostName("api.anthropic.com")));
  }

  @Test
  void theApiOfANameIsTheLabelBeforeTheDomain() {
    assertEquals(
        Optional.of(new HostName("storage.googleapis.com")),
        new HostName("knowledge.storage.googleapis.com").googleApi());
    assertEquals(
        Optional.of(new HostName("pubsub.googleapis.com")),
        new HostName("pubsub.googleapis.com").googleApi());
    assertEquals(Optional.empty(), new HostName("googleapis.com.example.com").googleApi());
  }
}
