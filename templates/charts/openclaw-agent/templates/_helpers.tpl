{{- /* Labels of every object. Those that can change must not reach a selector or a claim template. */ -}}
{{- define "openclaw-agent.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: gateway
app.kubernetes.io/version: {{ .Values.version | quote }}
app.kubernetes.io/part-of: berth
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
owner: {{ .Values.owner | quote }}
{{- end }}

{{- /* An agent's policies select its pods by the instance alone, so probes too; its Service, disruption
budget and StatefulSet want the gateway and no probe. */ -}}
{{- define "openclaw-agent.selector" -}}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: gateway
{{- end }}

{{- /* SHA-256 of what the agent is given: a change is a new object and a rollout. */ -}}
{{- define "openclaw-agent.content" -}}
{{ printf "%s\n%s" .Values.content.soul .Values.content.config | sha256sum }}
{{- end }}

{{- define "openclaw-agent.contentName" -}}
{{ .Release.Name }}-{{ include "openclaw-agent.content" . | trunc 10 }}
{{- end }}

{{- /* Of any values that hold an image. */ -}}
{{- define "openclaw-agent.image" -}}
{{ .image.repository }}:{{ .image.tag }}@sha256:{{ trimPrefix "sha256:" .image.digest }}
{{- end }}

{{- /* What is compiled from declarations and crosses with the rest, and the folders that only come down. */ -}}
{{- define "openclaw-agent.declared" -}}
- --soul
- /run/openclaw/soul/SOUL.md
- --config
- /run/openclaw/config/openclaw.json
{{- range .shared }}
- --shared
- {{ printf "%s=%s" .name .store | quote }}
{{- end }}
{{- end }}

{{- define "openclaw-agent.carrierResources" -}}
requests:
  cpu: {{ .resources.requests.cpu | quote }}
  memory: {{ .resources.requests.memory | quote }}
  ephemeral-storage: {{ .resources.requests.ephemeralStorage | quote }}
limits:
  cpu: {{ .resources.limits.cpu | quote }}
  memory: {{ .resources.limits.memory | quote }}
  ephemeral-storage: {{ .resources.limits.ephemeralStorage | quote }}
{{- end }}

{{- define "openclaw-agent.securityContext" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}
