// Command schemas writes strict JSON Schemas for kubeconform, one a kind:
//
//	schemas OUT SWAGGER CRD...
//
// SWAGGER is Kubernetes' own api/openapi-spec/swagger.json; each CRD a CustomResourceDefinition in
// YAML. Strict means what `kubectl --validate=strict` means: a field nobody knows is an error.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sigs.k8s.io/yaml"
)

type node = map[string]any

const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"

func main() {
	if len(os.Args) < 3 {
		fail("name an output folder, a swagger.json and any custom resource definitions")
	}
	out := os.Args[1]
	definitions := at(read(os.Args[2]), "definitions")
	written := 0
	for _, definition := range definitions {
		strict(definition)
	}
	for name, definition := range definitions {
		kinds, _ := definition.(node)["x-kubernetes-group-version-kind"].([]any)
		for _, kind := range kinds {
			gvk := kind.(node)
			write(out, gvk["group"].(string), gvk["version"].(string), gvk["kind"].(string),
				node{"$ref": "#/definitions/" + name}, definitions)
			written++
		}
	}
	for _, file := range os.Args[3:] {
		written += custom(out, read(file), definitions)
	}
	if written == 0 {
		fail("no kinds found")
	}
	fmt.Println(written)
}

// custom writes the kinds of one CustomResourceDefinition and counts them.
func custom(out string, crd node, definitions node) int {
	spec := at(crd, "spec")
	versions, _ := spec["versions"].([]any)
	for _, each := range versions {
		version := each.(node)
		schema := at(version, "schema", "openAPIV3Schema")
		strict(schema)
		at(schema, "properties")["metadata"] = node{"$ref": "#/definitions/" + objectMeta}
		write(out, spec["group"].(string), version["name"].(string),
			at(spec, "names")["kind"].(string), schema, definitions)
	}
	return len(versions)
}

// strict closes every object that lists its properties, and spells the two types that are more
// than one the way JSON Schema does.
func strict(value any) {
	switch schema := value.(type) {
	case []any:
		for _, each := range schema {
			strict(each)
		}
	case node:
		for _, each := range schema {
			strict(each)
		}
		description, _ := schema["description"].(string)
		quantity := strings.HasPrefix(description, "Quantity is a fixed-point representation")
		if schema["format"] == "int-or-string" || schema["x-kubernetes-int-or-string"] == true || quantity {
			schema["type"] = []any{"integer", "number", "string"}
			delete(schema, "format")
		}
		_, properties := schema["properties"].(node)
		_, open := schema["additionalProperties"]
		if properties && !open && schema["x-kubernetes-preserve-unknown-fields"] != true {
			schema["additionalProperties"] = false
		}
	}
}

// write names the file as kubeconform looks for it: {{ .ResourceKind }}{{ .KindSuffix }}.json.
func write(out, group, version, kind string, schema node, definitions node) {
	document := node{"$schema": "http://json-schema.org/draft-07/schema#", "allOf": []any{schema}}
	used := node{}
	reach(schema, definitions, used)
	document["definitions"] = used
	name := strings.ToLower(kind)
	if first, _, _ := strings.Cut(group, "."); first != "" {
		name += "-" + first
	}
	text, err := json.Marshal(document)
	check(err)
	check(os.WriteFile(filepath.Join(out, name+"-"+version+".json"), text, 0o644))
}

// reach collects the definitions a schema refers to, however far.
func reach(value any, definitions node, used node) {
	switch schema := value.(type) {
	case []any:
		for _, each := range schema {
			reach(each, definitions, used)
		}
	case node:
		if ref, ok := schema["$ref"].(string); ok {
			name := strings.TrimPrefix(ref, "#/definitions/")
			if _, known := used[name]; !known {
				used[name] = definitions[name]
				reach(definitions[name], definitions, used)
			}
		}
		for _, each := range schema {
			reach(each, definitions, used)
		}
	}
}

func at(value node, path ...string) node {
	for _, key := range path {
		next, ok := value[key].(node)
		if !ok {
			fail("there is no " + key)
		}
		value = next
	}
	return value
}

func read(file string) node {
	text, err := os.ReadFile(file)
	check(err)
	value := node{}
	check(yaml.Unmarshal(text, &value))
	return value
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(what string) {
	fmt.Fprintln(os.Stderr, "schemas: "+what)
	os.Exit(1)
}
