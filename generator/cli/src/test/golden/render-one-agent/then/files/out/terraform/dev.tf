# Every Google Cloud resource of environment dev, one to one, for scanners and readers.
# Berth makes them with Pulumi: no version of Terraform applies this file.
terraform {
  required_version = "< 0.0.1"
}

# binaryauthorization.googleapis.com, fleet.yaml:7
resource "google_project_service" "binaryauthorization_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "binaryauthorization.googleapis.com"
  disable_on_destroy = false
}

# cloudresourcemanager.googleapis.com, fleet.yaml:7
resource "google_project_service" "cloudresourcemanager_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "cloudresourcemanager.googleapis.com"
  disable_on_destroy = false
}

# compute.googleapis.com, fleet.yaml:7
resource "google_project_service" "compute_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "compute.googleapis.com"
  disable_on_destroy = false
}

# container.googleapis.com, fleet.yaml:7
resource "google_project_service" "container_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "container.googleapis.com"
  disable_on_destroy = false
}

# dns.googleapis.com, fleet.yaml:7
resource "google_project_service" "dns_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "dns.googleapis.com"
  disable_on_destroy = false
}

# iam.googleapis.com, fleet.yaml:7
resource "google_project_service" "iam_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "iam.googleapis.com"
  disable_on_destroy = false
}

# secretmanager.googleapis.com, fleet.yaml:7
resource "google_project_service" "secretmanager_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "secretmanager.googleapis.com"
  disable_on_destroy = false
}

# storage.googleapis.com, fleet.yaml:7
resource "google_project_service" "storage_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  service = "storage.googleapis.com"
  disable_on_destroy = false
}

# berth-dev, fleet.yaml:7
resource "google_compute_network" "berth-dev" {
  project = "acme-agents-dev"
  name = "berth-dev"
  auto_create_subnetworks = false
  routing_mode = "REGIONAL"
  depends_on = [google_project_service.compute_2egoogleapis_2ecom]
}

# berth-dev-europe-west1, fleet.yaml:7
resource "google_compute_subnetwork" "berth-dev-europe-west1" {
  project = "acme-agents-dev"
  name = "berth-dev-europe-west1"
  region = "europe-west1"
  network = google_compute_network.berth-dev.id
  ip_cidr_range = "10.10.0.0/20"
  private_ip_google_access = true
  secondary_ip_range {
    range_name = "pods"
    ip_cidr_range = "10.20.0.0/14"
  }
  secondary_ip_range {
    range_name = "services"
    ip_cidr_range = "10.30.0.0/20"
  }
  log_config {
    aggregation_interval = "INTERVAL_10_MIN"
    flow_sampling = 0.5
    metadata = "INCLUDE_ALL_METADATA"
  }
}

# berth-dev-router, fleet.yaml:7
resource "google_compute_router" "berth-dev-router" {
  project = "acme-agents-dev"
  name = "berth-dev-router"
  region = "europe-west1"
  network = google_compute_network.berth-dev.id
}

# berth-dev-nat, fleet.yaml:7
resource "google_compute_router_nat" "berth-dev-nat" {
  project = "acme-agents-dev"
  name = "berth-dev-nat"
  region = "europe-west1"
  router = google_compute_router.berth-dev-router.name
  nat_ip_allocate_option = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
  log_config {
    enable = true
    filter = "ERRORS_ONLY"
  }
}

# berth-dev-deny-ingress, fleet.yaml:7
resource "google_compute_firewall" "berth-dev-deny-ingress" {
  project = "acme-agents-dev"
  name = "berth-dev-deny-ingress"
  network = google_compute_network.berth-dev.name
  direction = "INGRESS"
  priority = 65000
  source_ranges = ["0.0.0.0/0"]
  deny {
    protocol = "all"
  }
  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}

# berth-dev-nodes, fleet.yaml:7
resource "google_service_account" "berth-dev-nodes" {
  project = "acme-agents-dev"
  account_id = "berth-dev-nodes"
  display_name = "Berth nodes of dev"
  depends_on = [google_project_service.iam_2egoogleapis_2ecom]
}

# berth-dev-nodes-role, fleet.yaml:7
resource "google_project_iam_member" "berth-dev-nodes-role" {
  project = "acme-agents-dev"
  role = "roles/container.defaultNodeServiceAccount"
  member = "serviceAccount:${google_service_account.berth-dev-nodes.email}"
  depends_on = [google_project_service.cloudresourcemanager_2egoogleapis_2ecom]
}

# berth-dev-cluster, fleet.yaml:7
resource "google_container_cluster" "berth-dev-cluster" {
  project = "acme-agents-dev"
  name = "berth-dev"
  location = "europe-west1"
  remove_default_node_pool = true
  initial_node_count = 1
  node_config {
    service_account = google_service_account.berth-dev-nodes.email
    oauth_scopes = ["https://www.googleapis.com/auth/cloud-platform"]
    image_type = "COS_CONTAINERD"
    metadata = {"disable-legacy-endpoints" = "true"}
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
    shielded_instance_config {
      enable_secure_boot = true
      enable_integrity_monitoring = true
    }
  }
  resource_labels = {"managed-by" = "berth", "environment" = "dev"}
  network = google_compute_network.berth-dev.id
  subnetwork = google_compute_subnetwork.berth-dev-europe-west1.id
  networking_mode = "VPC_NATIVE"
  datapath_provider = "ADVANCED_DATAPATH"
  enable_fqdn_network_policy = true
  network_policy {
    enabled = false
  }
  enable_intranode_visibility = true
  ip_allocation_policy {
    cluster_secondary_range_name = "pods"
    services_secondary_range_name = "services"
  }
  private_cluster_config {
    enable_private_nodes = true
  }
  control_plane_endpoints_config {
    dns_endpoint_config {
      allow_external_traffic = true
    }
    ip_endpoints_config {
      enabled = false
    }
  }
  dns_config {
    cluster_dns = "CLOUD_DNS"
    cluster_dns_scope = "CLUSTER_SCOPE"
  }
  workload_identity_config {
    workload_pool = "acme-agents-dev.svc.id.goog"
  }
  enable_shielded_nodes = true
  enable_legacy_abac = false
  enable_kubernetes_alpha = false
  master_auth {
    client_certificate_config {
      issue_client_certificate = false
    }
  }
  rbac_binding_config {
    enable_insecure_binding_system_authenticated = false
    enable_insecure_binding_system_unauthenticated = false
  }
  secret_manager_config {
    enabled = true
    rotation_config {
      enabled = false
    }
  }
  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }
  security_posture_config {
    mode = "BASIC"
    vulnerability_mode = "VULNERABILITY_BASIC"
  }
  release_channel {
    channel = "REGULAR"
  }
  maintenance_policy {
    recurring_window {
      start_time = "2026-01-03T00:00:00Z"
      end_time = "2026-01-03T08:00:00Z"
      recurrence = "FREQ=WEEKLY;BYDAY=SA,SU"
    }
  }
  logging_config {
    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"]
  }
  monitoring_config {
    enable_components = ["SYSTEM_COMPONENTS"]
    managed_prometheus {
      enabled = true
    }
  }
  cost_management_config {
    enabled = true
  }
  deletion_protection = true
  depends_on = [google_project_service.container_2egoogleapis_2ecom, google_project_service.binaryauthorization_2egoogleapis_2ecom, google_project_iam_member.berth-dev-nodes-role]
  lifecycle {
    prevent_destroy = true
    ignore_changes = [node_config]
  }
}

# berth-dev-pool-agents, fleet.yaml:7
resource "google_container_node_pool" "berth-dev-pool-agents" {
  project = "acme-agents-dev"
  name = "agents"
  location = "europe-west1"
  cluster = google_container_cluster.berth-dev-cluster.name
  autoscaling {
    total_min_node_count = 1
    total_max_node_count = 10
    location_policy = "BALANCED"
  }
  management {
    auto_repair = true
    auto_upgrade = true
  }
  node_config {
    machine_type = "e2-medium"
    disk_size_gb = 30
    disk_type = "pd-balanced"
    spot = false
    service_account = google_service_account.berth-dev-nodes.email
    oauth_scopes = ["https://www.googleapis.com/auth/cloud-platform"]
    image_type = "COS_CONTAINERD"
    metadata = {"disable-legacy-endpoints" = "true"}
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
    shielded_instance_config {
      enable_secure_boot = true
      enable_integrity_monitoring = true
    }
    kubelet_config {
      insecure_kubelet_readonly_port_enabled = "FALSE"
    }
    resource_labels = {"managed-by" = "berth", "environment" = "dev"}
    labels = {}
  }
  lifecycle {
    prevent_destroy = true
  }
}

# acme-agents-dev-knowledge, fleet.yaml:7
resource "google_storage_bucket" "acme-agents-dev-knowledge" {
  project = "acme-agents-dev"
  name = "acme-agents-dev-knowledge"
  location = "EU"
  storage_class = "STANDARD"
  uniform_bucket_level_access = true
  public_access_prevention = "enforced"
  force_destroy = false
  versioning {
    enabled = true
  }
  soft_delete_policy {
    retention_duration_seconds = 2592000
  }
  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      with_state = "ARCHIVED"
      days_since_noncurrent_time = 90
    }
  }
  labels = {"managed-by" = "berth", "environment" = "dev"}
  depends_on = [google_project_service.storage_2egoogleapis_2ecom]
  lifecycle {
    prevent_destroy = true
  }
}

# knowledge/faq, agents/support/team.yaml:3
resource "google_storage_managed_folder" "knowledge__faq" {
  bucket = google_storage_bucket.acme-agents-dev-knowledge.name
  name = "faq/"
  force_destroy = false
  lifecycle {
    prevent_destroy = true
  }
}

# berth-dev-googleapis, fleet.yaml:7
resource "google_dns_managed_zone" "berth-dev-googleapis" {
  project = "acme-agents-dev"
  name = "berth-dev-googleapis"
  dns_name = "googleapis.com."
  description = "Google's APIs at the addresses agents may reach"
  visibility = "private"
  private_visibility_config {
    networks {
      network_url = google_compute_network.berth-dev.id
    }
  }
  labels = {"managed-by" = "berth", "environment" = "dev"}
  depends_on = [google_project_service.dns_2egoogleapis_2ecom]
}

# berth-dev-googleapis/restricted.googleapis.com, fleet.yaml:7
resource "google_dns_record_set" "berth-dev-googleapis__restricted_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  managed_zone = google_dns_managed_zone.berth-dev-googleapis.name
  name = "restricted.googleapis.com."
  type = "A"
  ttl = 300
  rrdatas = ["199.36.153.4", "199.36.153.5", "199.36.153.6", "199.36.153.7"]
}

# berth-dev-googleapis/*.googleapis.com, fleet.yaml:7
resource "google_dns_record_set" "berth-dev-googleapis___2a_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  managed_zone = google_dns_managed_zone.berth-dev-googleapis.name
  name = "*.googleapis.com."
  type = "CNAME"
  ttl = 300
  rrdatas = ["restricted.googleapis.com."]
}

# berth-dev-googleapis/private.googleapis.com, fleet.yaml:7
resource "google_dns_record_set" "berth-dev-googleapis__private_2egoogleapis_2ecom" {
  project = "acme-agents-dev"
  managed_zone = google_dns_managed_zone.berth-dev-googleapis.name
  name = "private.googleapis.com."
  type = "A"
  ttl = 300
  rrdatas = ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"]
}

# support/customer/knowledge, built in
resource "google_storage_managed_folder" "support__customer__knowledge" {
  bucket = "acme-agents-dev-knowledge"
  name = "agents/support/customer/"
  force_destroy = false
}

# support/customer/knowledge-own, built in
resource "google_storage_managed_folder_iam_member" "support__customer__knowledge-own" {
  bucket = "acme-agents-dev-knowledge"
  managed_folder = google_storage_managed_folder.support__customer__knowledge.name
  role = "roles/storage.objectUser"
  member = "principal://iam.googleapis.com/projects/${var.project_number}/locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog/subject/ns/support/sa/customer"
}

# support/customer/knowledge-faq, agents/support/customer.yaml:4
resource "google_storage_managed_folder_iam_member" "support__customer__knowledge-faq" {
  bucket = "acme-agents-dev-knowledge"
  managed_folder = "faq/"
  role = "roles/storage.objectViewer"
  member = "principal://iam.googleapis.com/projects/${var.project_number}/locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog/subject/ns/support/sa/customer"
}

# support/customer/secret-customer-discord-token, agents/support/customer.yaml:2
resource "google_secret_manager_secret_iam_member" "support__customer__secret-customer-discord-token" {
  project = "acme-agents-dev"
  secret_id = "customer-discord-token"
  role = "roles/secretmanager.secretAccessor"
  member = "principal://iam.googleapis.com/projects/${var.project_number}/locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog/subject/ns/support/sa/customer"
}

# support/customer/secret-anthropic-api-key, built in
resource "google_secret_manager_secret_iam_member" "support__customer__secret-anthropic-api-key" {
  project = "acme-agents-dev"
  secret_id = "anthropic-api-key"
  role = "roles/secretmanager.secretAccessor"
  member = "principal://iam.googleapis.com/projects/${var.project_number}/locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog/subject/ns/support/sa/customer"
}

# support/customer/topic/escalations/pubsub.publisher, agents/support/customer.yaml:7
resource "google_pubsub_topic_iam_member" "support__customer__topic__escalations__pubsub_2epublisher" {
  topic = "escalations"
  project = "acme-agents-dev"
  role = "roles/pubsub.publisher"
  member = "principal://iam.googleapis.com/projects/${var.project_number}/locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog/subject/ns/support/sa/customer"
}

variable "project_number" {
  default = "known-after-up"
}
