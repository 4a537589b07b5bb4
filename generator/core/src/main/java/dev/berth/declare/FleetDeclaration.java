package dev.berth.declare;

import dev.berth.model.Image;
import dev.berth.model.Name;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Optional;

/**
 * {@code fleet.yaml}, as written.
 *
 * @param settings its defaults, and its own version and image among them
 * @param knowledgeImage of the program that carries agents' own knowledge; empty for none
 * @param environments in the order they were written
 */
public record FleetDeclaration(
    SourcePoint at,
    SettingsDeclaration settings,
    Optional<Written<Image>> knowledgeImage,
    EveryAgentDeclaration everyAgent,
    List<Named<Name, EnvironmentDeclaration>> environments) {}
